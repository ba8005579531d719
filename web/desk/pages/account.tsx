import { useMay, useSignedIn } from '../../shared/queries/me.ts';
import { useLanguage } from '../../shared/words/words.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { OwnCalendar } from './account/own-calendar.tsx';
import { PasswordForm } from './account/password-form.tsx';
import { TotpForm } from './account/totp-form.tsx';
import { Section } from './parts/section.tsx';

/** One's password and authenticator, the first thing that new staff do; and one's calendar. */
export function Page() {
  const { t } = useWords();
  const { still_to_prove: toProve } = useSignedIn();
  const may = useMay();
  return (
    <>
      <PageHead title={t('proof.title')} lead={t(toProve ? 'proof.firstLead' : 'proof.lead')} />
      {toProve !== 'totp' && <PasswordForm />}
      {toProve !== 'password' && <TotpForm />}
      {!toProve && may('activities.read') && <OwnCalendar of="hosting" />}
      {!toProve && may('duties.read') && <OwnCalendar of="duties" />}
      {!toProve && <MyData />}
    </>
  );
}

/** All that is held about me, as a file; the phone app shows it part by part. */
function MyData() {
  const { t } = useWords();
  const language = useLanguage();
  return (
    <Section title={t('proof.myData')}>
      <p>{t('proof.myDataText')}</p>
      <p>
        <a href={`/api/v1/me/data/archive?lang=${language}`}>{t('proof.myDataDownload')}</a>
      </p>
    </Section>
  );
}
