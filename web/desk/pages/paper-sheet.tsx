import { Button, Upload } from 'antd';
import { useState } from 'react';
import { LoadingBar } from '../../shared/components/loading.tsx';
import { UploadIcon } from '../../shared/icons.tsx';
import { ProblemLine } from '../../shared/sign-in/problem-line.tsx';
import { Link, usePageParams } from '../links.ts';
import { useActivity } from '../queries/activities.ts';
import { usePreviewPaper, useTakePaper } from '../queries/paper.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { PaperLines, PaperProblems } from './paper-sheet/lines.tsx';
import { Note, Section, Stacked } from './parts/section.tsx';
import { SheetLink } from './parts/sheet-link.tsx';
import styles from './verify-certificates/verify-certificates.module.css';

/** From paper: the workbook to fill in, the filled one looked at, and then taken. */
export function Page() {
  const { t } = useWords();
  const { activityId } = usePageParams<'/activities/$activityId/paper-sheet'>();
  const activity = useActivity(activityId);
  return (
    <>
      <PageHead
        title={t('paper.title')}
        lead={
          <Link to="/activities/$activityId" params={{ activityId }}>
            {activity.data?.title ?? ''}
          </Link>
        }
        actions={
          <SheetLink name="GET /api/v1/activities/{id}/paper/sheet" params={{ id: activityId }} />
        }
      />
      <Stacked>
        <Note>{t('paper.how')}</Note>
        <FilledSheet activityId={activityId} />
      </Stacked>
    </>
  );
}

function FilledSheet({ activityId }: { readonly activityId: string }) {
  const { t } = useWords();
  const [file, setFile] = useState<File>();
  const preview = usePreviewPaper(activityId);
  const take = useTakePaper(activityId);
  const choose = (next: File) => {
    setFile(next);
    take.reset();
    preview.mutate(next);
  };
  const changes = preview.data?.items.filter(({ change }) => change !== 'same').length ?? 0;
  return (
    <div className={styles.stack}>
      <Upload.Dragger
        accept=".xlsx"
        showUploadList={false}
        disabled={preview.isPending || take.isPending}
        beforeUpload={(next) => {
          choose(next);
          return false;
        }}
      >
        <div className={styles.drop}>
          <UploadIcon size={2.4} />
          <p className={styles.label}>{t('paper.drop')}</p>
          <p className={styles.soft}>{file?.name ?? t('paper.dropText')}</p>
        </div>
      </Upload.Dragger>
      {(preview.isPending || take.isPending) && <LoadingBar label={t('paper.reading')} />}
      <ProblemLine error={preview.error ?? take.error} />
      {take.data ? (
        <div role="status">
          <Note>{t('paper.taken', { count: take.data.items.length })}</Note>
          <PaperProblems problems={take.data.problems} />
        </div>
      ) : (
        preview.data && (
          <Section
            title={t('paper.preview')}
            action={
              <Button
                type="primary"
                disabled={changes === 0}
                loading={take.isPending}
                onClick={() => file && take.mutate(file)}
              >
                {changes === 0 ? t('paper.noChange') : t('paper.take', { count: changes })}
              </Button>
            }
          >
            <p className={styles.soft}>{t('paper.nothingYet')}</p>
            <PaperProblems problems={preview.data.problems} />
            <PaperLines lines={preview.data.items} />
          </Section>
        )
      )}
    </div>
  );
}
