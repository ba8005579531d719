import { Asked } from '../../../shared/components/asked.tsx';
import { Button } from '../../../shared/components/button.tsx';
import { formatDay } from '../../../shared/format.ts';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useLanguage } from '../../../shared/words/words.ts';
import {
  useEndHostingAddress,
  useHostingAddress,
  useMakeHostingAddress,
} from '../../queries/hosting-address.ts';
import { useWords } from '../../words/words.ts';
import { Section } from '../parts/section.tsx';
import styles from './account.module.css';

/** What my organisations hold, in my own calendar, by an address that I may end. */
export function HostingCalendar() {
  const { t } = useWords();
  const language = useLanguage();
  const known = useHostingAddress();
  const make = useMakeHostingAddress();
  const end = useEndHostingAddress();
  const address = make.data?.address;
  return (
    <Section title={t('hosting.title')}>
      <p>{t('hosting.lead')}</p>
      <Asked question={known} lines={2}>
        {({ made_at: madeAt, last_used_on: usedOn }) => (
          <div className={styles.form}>
            {madeAt !== null && address !== undefined && (
              <>
                <p>{t('hosting.once')}</p>
                <p className={styles.secret}>{address}</p>
              </>
            )}
            {madeAt !== null && address === undefined && (
              <p>
                {usedOn === null
                  ? t('hosting.notUsed')
                  : t('hosting.used', { day: formatDay(usedOn, language) })}
              </p>
            )}
            <ProblemLine error={make.error ?? end.error} />
            <Button kind="quiet" busy={make.isPending} onClick={() => make.mutate()}>
              {t(madeAt === null ? 'hosting.make' : 'hosting.makeAnother')}
            </Button>
            {madeAt !== null && (
              <Button
                kind="plain"
                busy={end.isPending}
                onClick={() => end.mutate(undefined, { onSuccess: make.reset })}
              >
                {t('hosting.end')}
              </Button>
            )}
            <a href="/calendar/subscribe">{t('hosting.how')}</a>
          </div>
        )}
      </Asked>
    </Section>
  );
}
