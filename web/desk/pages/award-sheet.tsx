import { Button, Input, Upload } from 'antd';
import { useId, useState } from 'react';
import { Asked } from '../../shared/components/asked.tsx';
import { LoadingBar } from '../../shared/components/loading.tsx';
import { UploadIcon } from '../../shared/icons.tsx';
import { ProblemLine } from '../../shared/sign-in/problem-line.tsx';
import { Link } from '../links.ts';
import { useAwardKinds, usePreviewAwards, useTakeAwards } from '../queries/awards.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { PickFile } from './awards/pick-file.tsx';
import { PlaceChoice } from './awards/place-choice.tsx';
import { SheetLines, SheetProblems } from './awards/sheet-lines.tsx';
import { Note, Section, Stacked } from './parts/section.tsx';
import { SheetLink } from './parts/sheet-link.tsx';
import styles from './verify-certificates/verify-certificates.module.css';

/** Many deeds at once: the empty workbook, the filled one looked at, and then taken. */
export function Page() {
  const { t } = useWords();
  const kinds = useAwardKinds();
  return (
    <>
      <PageHead
        title={t('awards.bySheet')}
        lead={<Link to="/awards">{t('awards.title')}</Link>}
        actions={<SheetLink name="GET /api/v1/award-batches/empty/sheet" />}
      />
      <Stacked>
        <Note>{t('awards.sheetHow')}</Note>
        <Asked question={kinds} lines={4}>
          {({ organisations }) => <Filled places={organisations} />}
        </Asked>
      </Stacked>
    </>
  );
}

interface FilledProps {
  readonly places: readonly { readonly id: string; readonly name: string }[];
}

function Filled({ places }: FilledProps) {
  const { t } = useWords();
  const field = useId();
  const [place, setPlace] = useState(places[0]?.id ?? '');
  const [reason, setReason] = useState('');
  const [file, setFile] = useState<File>();
  const [evidence, setEvidence] = useState<File>();
  const preview = usePreviewAwards();
  const take = useTakeAwards();
  const about = { organisationId: place, reason: reason.trim() };
  const choose = (next: File) => {
    setFile(next);
    take.reset();
    preview.mutate({ ...about, file: next });
  };
  const count = preview.data?.items.length ?? 0;
  return (
    <div className={styles.stack}>
      <PlaceChoice places={places} value={place} onChange={setPlace} />
      <label htmlFor={field}>{t('awards.sheetReason')}</label>
      <Input
        id={field}
        value={reason}
        maxLength={500}
        placeholder={t('awards.sheetReasonExample')}
        onChange={({ target }) => setReason(target.value)}
      />
      <Upload.Dragger
        accept=".xlsx"
        showUploadList={false}
        disabled={about.reason === '' || preview.isPending || take.isPending}
        beforeUpload={(next) => {
          choose(next);
          return false;
        }}
      >
        <div className={styles.drop}>
          <UploadIcon size={2.4} />
          <p className={styles.label}>{t('awards.drop')}</p>
          <p className={styles.soft}>{file?.name ?? t('awards.dropText')}</p>
        </div>
      </Upload.Dragger>
      {(preview.isPending || take.isPending) && <LoadingBar label={t('paper.reading')} />}
      <ProblemLine error={preview.error ?? take.error} />
      {take.data ? (
        <div role="status">
          <Note>{t('awards.taken', { count: take.data.items.length })}</Note>
          <SheetProblems problems={take.data.problems} />
        </div>
      ) : (
        preview.data && (
          <Section
            title={t('awards.preview')}
            action={
              <Button
                type="primary"
                disabled={count === 0 || !evidence || !file}
                loading={take.isPending}
                onClick={() => file && evidence && take.mutate({ ...about, file, evidence })}
              >
                {t('awards.take', { count })}
              </Button>
            }
          >
            <p className={styles.soft}>{t('awards.nothingYet')}</p>
            <PickFile file={evidence} onPicked={setEvidence} />
            <SheetProblems problems={preview.data.problems} />
            <SheetLines lines={preview.data.items} />
          </Section>
        )
      )}
    </div>
  );
}
