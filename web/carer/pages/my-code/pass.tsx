import { Asked } from '../../../shared/components/asked.tsx';
import { QrCode } from '../../../shared/components/qr-code.tsx';
import { useMyCode } from '../../queries/activities.ts';
import { useWords } from '../../words/words.ts';
import styles from './my-code.module.css';

/** As wide as a small phone allows: a scanner in a dim hall wants it large. */
const EDGE = 296;

/** My pass as a QR code. The last one stays while the next is fetched. */
export function Pass({
  activityId,
  title,
}: {
  readonly activityId: string;
  readonly title: string;
}) {
  const { t } = useWords();
  const code = useMyCode(activityId);
  return (
    <div className={styles.pass}>
      <Asked question={code} lines={7}>
        {({ pass }) => <QrCode text={pass} label={t('myCode.label', { title })} size={EDGE} />}
      </Asked>
    </div>
  );
}
