import { Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import type { Certificate } from '../../../shared/api-types.gen.ts';
import { useToast } from '../../../shared/components/toast.tsx';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useSharedWords } from '../../../shared/words/words.ts';
import {
  type Decision,
  useDecideOnCertificate,
  useRenewCertificate,
} from '../../queries/certificates.ts';
import { useWords } from '../../words/words.ts';
import { Section } from '../parts/section.tsx';
import styles from './certificates.module.css';

interface DecideProps {
  readonly certificate: Certificate;
  /** Shows the certificate that stands now. */
  readonly onOpen: (id: string) => void;
}

type Way = Decision['decision'];
const ways = ['contest', 'lift', 'reissue', 'revoke'] as const satisfies Way[];

/** What this person may do with it; the family reads the reason. Nothing for those who may only look. */
export function DecideOnCertificate({ certificate, onOpen }: DecideProps) {
  const { t } = useWords();
  const [way, setWay] = useState<Way>();
  const { actions, renewal } = certificate;
  if (actions.length === 0) return null;
  return (
    <Section title={t('certificateFile.decide')}>
      {renewal && <p className={styles.soft}>{t(`certificateFile.renewal-${renewal}`)}</p>}
      <div className={styles.buttons}>
        {actions.includes('renew') && <Renew certificate={certificate} onOpen={onOpen} />}
        {ways
          .filter((one) => actions.includes(one))
          .map((one) => (
            <Button key={one} danger={one === 'revoke'} onClick={() => setWay(one)}>
              {t(`certificateFile.ways.${one}`)}
            </Button>
          ))}
      </div>
      {way && (
        <DecideBox
          certificate={certificate}
          way={way}
          onClose={() => setWay(undefined)}
          onOpen={onOpen}
        />
      )}
    </Section>
  );
}

function Renew({ certificate, onOpen }: DecideProps) {
  const { t } = useWords();
  const say = useToast();
  const renew = useRenewCertificate(certificate);
  return (
    <>
      <Button
        type="primary"
        loading={renew.isPending}
        onClick={() =>
          renew.mutate(undefined, {
            onSuccess: ({ id }) => {
              say(t('certificateFile.renewedNow'));
              onOpen(id);
            },
          })
        }
      >
        {t('certificateFile.ways.renew')}
      </Button>
      <ProblemLine error={renew.error} />
    </>
  );
}

interface DecideBoxProps extends DecideProps {
  readonly way: Way;
  readonly onClose: () => void;
}

/** Says what follows before it is too late, and asks for the reason that the family will read. */
function DecideBox({ certificate, way, onClose, onOpen }: DecideBoxProps) {
  const { t } = useWords();
  const { t: shared } = useSharedWords();
  const say = useToast();
  const id = useId();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const decide = useDecideOnCertificate(certificate);
  const isMissing = missing && reason.trim() === '';
  const send = async () => {
    if (reason.trim() === '') return setMissing(true);
    const now = await decide.mutateAsync({ decision: way, reason: reason.trim() });
    say(t(`certificateFile.done.${way}`));
    onClose();
    onOpen(now.id);
  };
  return (
    <Modal
      open
      onCancel={onClose}
      title={t(`certificateFile.titles.${way}`, { name: certificate.student_name })}
      okText={t(`certificateFile.ways.${way}`)}
      cancelText={shared('do.back')}
      okButtonProps={{ danger: way === 'revoke' }}
      confirmLoading={decide.isPending}
      onOk={() => void send().catch(() => {})}
      closable={{ 'aria-label': shared('do.close') }}
    >
      <div className={styles.stack}>
        <p>{t(`certificateFile.follows.${way}`)}</p>
        <label htmlFor={id}>{t('certificateFile.reason')}</label>
        <Input.TextArea
          id={id}
          value={reason}
          maxLength={300}
          autoSize={{ minRows: 2, maxRows: 6 }}
          status={isMissing ? 'error' : ''}
          onChange={(event) => setReason(event.target.value)}
        />
        {isMissing && <p role="alert">{t('certificateFile.reasonMissing')}</p>}
        <ProblemLine error={decide.error} />
      </div>
    </Modal>
  );
}
