import type { MyCode } from '../../../shared/api-types.gen.ts';
import { Asked } from '../../../shared/components/asked.tsx';
import { QrCode } from '../../../shared/components/qr-code.tsx';
import { useMyPass } from '../../queries/activities.ts';
import { useWords } from '../../words/words.ts';
import styles from './my-code.module.css';
import { useCodeOfNow } from './use-code-of-now.ts';

/** As wide as a small phone allows: a scanner in a dim hall wants it large. */
const EDGE = 296;

interface PassProps {
  readonly activityId: string;
  readonly title: string;
}

/** My pass as a QR code of this minute. What was fetched last stays while it is asked for anew. */
export function Pass({ activityId, title }: PassProps) {
  const pass = useMyPass(activityId);
  return (
    <div className={styles.pass}>
      <Asked question={pass} lines={7}>
        {(fetched) => <Code pass={fetched} title={title} />}
      </Asked>
    </div>
  );
}

function Code({ pass, title }: { readonly pass: MyCode; readonly title: string }) {
  const { t } = useWords();
  const code = useCodeOfNow(pass);
  return <QrCode text={code} label={t('myCode.label', { title })} size={EDGE} />;
}
