import { Tabs } from 'antd';
import { useListFilters } from '../links.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { CertificatesTable } from './certificates/certificates-table.tsx';
import { Rules } from './certificates/rules.tsx';
import { AdmissionUse } from './verify-certificates/admission-use.tsx';

/** Whose certificate stands how; and what the plan certifies. */
export function Page() {
  const { t } = useWords();
  const [{ show }, setFilters] = useListFilters({ show: 'list' });
  return (
    <>
      <PageHead title={t('certificates.title')} lead={t('certificates.lead')} />
      <AdmissionUse />
      <Tabs
        activeKey={show}
        onChange={(next) => setFilters({ show: next })}
        items={[
          { key: 'list', label: t('certificates.list'), children: <CertificatesTable /> },
          { key: 'rules', label: t('certificates.rules'), children: <Rules /> },
        ]}
      />
    </>
  );
}
