import { type FormEvent, useState } from 'react';
import { Button } from '../../../shared/components/button.tsx';
import { Field } from '../../../shared/components/field.tsx';
import { QrCode } from '../../../shared/components/qr-code.tsx';
import { useSayWhenDone } from '../../../shared/components/toast.tsx';
import { useSignOut } from '../../../shared/queries/sign-in.ts';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useConfirmTotp, useOfferTotp } from '../../queries/account.ts';
import { useWords } from '../../words/words.ts';
import { Section } from '../parts/section.tsx';
import styles from './account.module.css';

const CODE = /^\d{6}$/;

export function TotpForm() {
  const { t } = useWords();
  const offer = useOfferTotp();
  return (
    <Section title={t('proof.totp')}>
      <div className={styles.form}>
        <p>{t('proof.totpLead')}</p>
        {offer.data ? (
          <>
            <QrCode text={offer.data.otpauth_uri} label={t('proof.totp')} size={200} />
            <p className={styles.secret}>
              {t('proof.totpSecret')} <code>{offer.data.secret}</code>
            </p>
            <ConfirmTotp />
          </>
        ) : (
          <>
            <ProblemLine error={offer.error} />
            <Button busy={offer.isPending} onClick={() => offer.mutate()}>
              {t('proof.totpBegin')}
            </Button>
          </>
        )}
      </div>
    </Section>
  );
}

/** Confirmed by a code; the session itself gains nothing by it, so one signs in anew. */
function ConfirmTotp() {
  const { t } = useWords();
  const sayWhenDone = useSayWhenDone();
  const signOut = useSignOut();
  const confirming = useConfirmTotp();
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!CODE.test(code) || confirming.isPending) return;
    sayWhenDone(
      confirming.mutateAsync(code).then(() => signOut.mutateAsync()),
      `${t('proof.totpSet')} · ${t('proof.again')}`,
    );
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Field
        label={t('proof.totpCode')}
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onChange={(event) => setCode(event.target.value.trim())}
        error={tried && !CODE.test(code) ? t('proof.totpShort') : undefined}
      />
      <ProblemLine error={confirming.error} />
      <Button type="submit" busy={confirming.isPending}>
        {t('proof.totpConfirm')}
      </Button>
    </form>
  );
}
