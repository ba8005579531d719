import { Upload as AntUpload, Button } from 'antd';
import { LoadingBar } from '../../../shared/components/loading.tsx';
import { UploadIcon } from '../../../shared/icons.tsx';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useRosterFile, useUploadRoster } from '../../queries/roster-import.ts';
import { useWords } from '../../words/words.ts';
import { saveFile } from '../parts/save-file.ts';
import { Paper } from '../parts/section.tsx';
import styles from './roster-import.module.css';

/** The template to fill in, and the place to drop a file on. */
export function Upload({ onUploaded }: { readonly onUploaded: (id: string) => void }) {
  const { t } = useWords();
  const upload = useUploadRoster();
  const template = useRosterFile();
  return (
    <div className={styles.stack}>
      <Paper>
        <div className={styles.template}>
          <div>
            <h2 className={styles.title}>{t('rosterImport.templateTitle')}</h2>
            <p className={styles.soft}>{t('rosterImport.templateText')}</p>
          </div>
          <Button
            loading={template.isPending}
            onClick={() =>
              template.mutate('template', {
                onSuccess: (file) => saveFile(file, t('rosterImport.templateName')),
              })
            }
          >
            {t('rosterImport.template')}
          </Button>
        </div>
        <ProblemLine error={template.error} />
      </Paper>
      <AntUpload.Dragger
        accept=".xlsx,.zip,.csv"
        showUploadList={false}
        disabled={upload.isPending}
        beforeUpload={(file) => {
          upload.mutate(file, { onSuccess: ({ id }) => onUploaded(id) });
          return false;
        }}
      >
        <div className={styles.drop}>
          <UploadIcon size={2.4} />
          <p className={styles.title}>{t('rosterImport.drop')}</p>
          <p className={styles.soft}>{t('rosterImport.dropText')}</p>
        </div>
      </AntUpload.Dragger>
      {upload.isPending && <LoadingBar label={t('rosterImport.uploading')} />}
      <ProblemLine error={upload.error} />
      <p className={styles.soft}>{t('rosterImport.promise')}</p>
    </div>
  );
}
