import { Button, Upload } from 'antd';
import { useWords } from '../../words/words.ts';
import styles from '../contests/contests.module.css';

interface PickFileProps {
  readonly file?: File | undefined;
  readonly busy?: boolean;
  readonly onPicked: (file: File) => void;
}

/** A picture or a PDF that shows what was done. */
export function PickFile({ file, busy = false, onPicked }: PickFileProps) {
  const { t } = useWords();
  return (
    <div className={styles.line}>
      <Upload
        accept=".jpg,.jpeg,.png,.webp,.pdf"
        showUploadList={false}
        beforeUpload={(next) => {
          onPicked(next);
          return false;
        }}
      >
        <Button loading={busy}>{t('awards.attach')}</Button>
      </Upload>
      {file && <span>{file.name}</span>}
    </div>
  );
}
