import { Button, Input, Tabs, Upload } from 'antd';
import { useState } from 'react';
import { LoadingBar } from '../../shared/components/loading.tsx';
import { useToast } from '../../shared/components/toast.tsx';
import { UploadIcon } from '../../shared/icons.tsx';
import { ProblemLine } from '../../shared/sign-in/problem-line.tsx';
import { useListFilters } from '../links.ts';
import { useVerifyLines, useVerifySheet } from '../queries/verification.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { saveFile } from './parts/save-file.ts';
import { Note } from './parts/section.tsx';
import { AdmissionUse } from './verify-certificates/admission-use.tsx';
import { readLines } from './verify-certificates/read-lines.ts';
import { Results } from './verify-certificates/results.tsx';
import styles from './verify-certificates/verify-certificates.module.css';

/** Admissions: many certificates at once, by a pasted list or by a sheet. */
export function Page() {
  const { t } = useWords();
  const [{ by }, setFilters] = useListFilters({ by: 'list' });
  return (
    <>
      <PageHead title={t('verifyCertificates.title')} lead={t('verifyCertificates.lead')} />
      <AdmissionUse />
      <Tabs
        activeKey={by}
        onChange={(next) => setFilters({ by: next })}
        items={[
          { key: 'list', label: t('verifyCertificates.byList'), children: <ByList /> },
          { key: 'sheet', label: t('verifyCertificates.bySheet'), children: <BySheet /> },
        ]}
      />
    </>
  );
}

const MOST_LINES = 2000;

function ByList() {
  const { t } = useWords();
  const [text, setText] = useState('');
  const verify = useVerifyLines();
  const lines = readLines(text);
  const tooMany = lines.length > MOST_LINES;
  return (
    <div className={styles.stack}>
      <label htmlFor="lines" className={styles.label}>
        {t('verifyCertificates.lines')}
      </label>
      <Input.TextArea
        id="lines"
        value={text}
        autoSize={{ minRows: 5, maxRows: 14 }}
        placeholder={t('verifyCertificates.linesHint')}
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
      />
      <div className={styles.foot}>
        <p className={styles.soft} aria-live="polite">
          {tooMany
            ? t('verifyCertificates.tooMany', { count: lines.length, most: MOST_LINES })
            : t('verifyCertificates.counted', { count: lines.length })}
        </p>
        <Button
          type="primary"
          disabled={lines.length === 0 || tooMany}
          loading={verify.isPending}
          onClick={() => verify.mutate(lines)}
        >
          {t('verifyCertificates.verify')}
        </Button>
      </div>
      <ProblemLine error={verify.error} />
      {verify.data && <Results answer={verify.data} />}
    </div>
  );
}

function BySheet() {
  const { t } = useWords();
  const say = useToast();
  const verify = useVerifySheet();
  return (
    <div className={styles.stack}>
      <Note>{t('verifyCertificates.sheetText')}</Note>
      <Upload.Dragger
        accept=".xlsx"
        showUploadList={false}
        disabled={verify.isPending}
        beforeUpload={(file) => {
          verify.mutate(file, {
            onSuccess: (results) => {
              saveFile(results, t('verifyCertificates.sheetName'));
              say(t('verifyCertificates.sheetSaved'));
            },
          });
          return false;
        }}
      >
        <div className={styles.drop}>
          <UploadIcon size={2.4} />
          <p className={styles.label}>{t('verifyCertificates.drop')}</p>
          <p className={styles.soft}>{t('verifyCertificates.dropText', { most: MOST_LINES })}</p>
        </div>
      </Upload.Dragger>
      {verify.isPending && <LoadingBar label={t('verifyCertificates.verifying')} />}
      <ProblemLine error={verify.error} />
    </div>
  );
}
