import { useState } from 'react';
import { Button, buttonLook } from '../../../shared/components/button.tsx';
import { BottomSheet } from '../../../shared/components/dialog.tsx';
import { QrCode } from '../../../shared/components/qr-code.tsx';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { type CopyDetail, useMakeCopy } from '../../queries/certificates.ts';
import { useWords } from '../../words/words.ts';
import styles from './certificate.module.css';
import { CopyLink } from './copy-link.tsx';

const details = [
  'child_name',
  'id_number_last_four',
  'school',
  'number',
  'points',
] as const satisfies CopyDetail[];
/** What an admissions officer needs to know whose it is; the family may take them out. */
const atFirst: readonly CopyDetail[] = ['child_name', 'id_number_last_four'];

/** A copy of the certificate that says that the score was reached, and of the rest what the family chooses. */
export function AdmissionsCopy({ certificateId }: { readonly certificateId: string }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="quiet" wide onClick={() => setOpen(true)}>
        {t('admissionsCopy.open')}
      </Button>
      <BottomSheet open={open} onClose={() => setOpen(false)} title={t('admissionsCopy.title')}>
        {open && <MakeCopy certificateId={certificateId} />}
      </BottomSheet>
    </>
  );
}

function MakeCopy({ certificateId }: { readonly certificateId: string }) {
  const { t } = useWords();
  const [shown, setShown] = useState(atFirst);
  const make = useMakeCopy(certificateId);
  const toggle = (detail: CopyDetail) =>
    setShown((now) =>
      now.includes(detail) ? now.filter((one) => one !== detail) : [...now, detail],
    );
  if (make.data) return <Made {...make.data} onBack={make.reset} />;
  return (
    <div className={styles.choices}>
      <p>{t('admissionsCopy.lead')}</p>
      <p className={styles.strong}>{t('admissionsCopy.always')}</p>
      <fieldset className={styles.details}>
        <legend>{t('admissionsCopy.choose')}</legend>
        {details.map((detail) => (
          <label key={detail} className={styles.detail}>
            <input
              type="checkbox"
              checked={shown.includes(detail)}
              onChange={() => toggle(detail)}
            />
            {t(`admissionsCopy.details.${detail}`)}
          </label>
        ))}
      </fieldset>
      {shown.length === 0 && <p className={styles.soft}>{t('admissionsCopy.nobody')}</p>}
      <ProblemLine error={make.error} />
      <Button wide busy={make.isPending} onClick={() => make.mutate(shown)}>
        {t('admissionsCopy.make')}
      </Button>
    </div>
  );
}

interface MadeProps {
  readonly copy: string;
  readonly link: string;
  readonly onBack: () => void;
}

function Made({ copy, link, onBack }: MadeProps) {
  const { t } = useWords();
  return (
    <div className={styles.qr}>
      <QrCode text={link} label={t('admissionsCopy.qrLabel')} size={320} long />
      <p>{t('admissionsCopy.made')}</p>
      <a href={link} className={buttonLook({ kind: 'quiet', wide: true })}>
        {t('admissionsCopy.look')}
      </a>
      <CopyLink link={link} />
      <a
        href={`data:application/dc+sd-jwt,${copy}`}
        download={t('admissionsCopy.file')}
        className={buttonLook({ kind: 'plain' })}
      >
        {t('admissionsCopy.save')}
      </a>
      <Button kind="plain" onClick={onBack}>
        {t('admissionsCopy.again')}
      </Button>
    </div>
  );
}
