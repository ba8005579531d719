import { useState } from 'react';
import { Button, buttonLook } from '../../../shared/components/button.tsx';
import { BottomSheet } from '../../../shared/components/dialog.tsx';
import { QrCode } from '../../../shared/components/qr-code.tsx';
import {
  credentialAddress,
  jwtAddress,
  type MyCertificate,
  paperAddress,
  sm2Address,
} from '../../queries/certificates.ts';
import { useWords } from '../../words/words.ts';
import { AdmissionsCopy } from './admissions-copy.tsx';
import styles from './certificate.module.css';
import { CopyLink } from './copy-link.tsx';

/** The paper, the QR code for the admissions office, and the credential for machines. */
export function Papers({ certificate }: { readonly certificate: MyCertificate }) {
  const { t } = useWords();
  const [showing, setShowing] = useState(false);
  const { id, number, state, verify_link: link } = certificate;
  // A paper that does not hold and will not again is not offered for handing in.
  if (!link || !(state === 'valid' || state === 'suspended')) return null;
  return (
    <div className={styles.papers}>
      <a
        href={paperAddress(id)}
        target="_blank"
        rel="noreferrer"
        className={buttonLook({ wide: true })}
      >
        {t('certificate.open')}
      </a>
      <Button kind="quiet" wide onClick={() => setShowing(true)}>
        {t('certificate.qr')}
      </Button>
      {state === 'valid' && <AdmissionsCopy certificateId={id} />}
      <p className={styles.machine}>
        <a href={credentialAddress(id)} download className={buttonLook({ kind: 'plain' })}>
          {t('certificate.credential')}
        </a>
        <a href={jwtAddress(id)} download className={buttonLook({ kind: 'plain' })}>
          {t('certificate.jwt')}
        </a>
        {certificate.has_sm2_signature && (
          <a href={sm2Address(id)} download className={buttonLook({ kind: 'plain' })}>
            {t('certificate.sm2')}
          </a>
        )}
      </p>
      <BottomSheet open={showing} onClose={() => setShowing(false)} title={t('certificate.qr')}>
        <div className={styles.qr}>
          <QrCode text={link} label={t('certificate.qrLabel', { number })} size={280} />
          <p>{t('certificate.qrText')}</p>
          <a href={link} className={buttonLook({ kind: 'quiet', wide: true })}>
            {t('certificate.link')}
          </a>
          <CopyLink link={link} />
        </div>
      </BottomSheet>
    </div>
  );
}
