import { Asked } from '../../../shared/components/asked.tsx';
import { Button } from '../../../shared/components/button.tsx';
import { formatDay } from '../../../shared/format.ts';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useLanguage } from '../../../shared/words/words.ts';
import {
  useCalendarAddress,
  useEndCalendarAddress,
  useMakeCalendarAddress,
  type OwnCalendar as Which,
} from '../../queries/calendar-address.ts';
import { useWords } from '../../words/words.ts';
import { Section } from '../parts/section.tsx';
import styles from './account.module.css';

/** What my organisations hold, or what I answer for, in my own calendar, by an address that I may end. */
export function OwnCalendar({ of }: { readonly of: Which }) {
  const { t } = useWords();
  const language = useLanguage();
  const known = useCalendarAddress(of);
  const make = useMakeCalendarAddress(of);
  const end = useEndCalendarAddress(of);
  const address = make.data?.address;
  return (
    <Section title={t(`ownCalendar.${of}.title`)}>
      <p>{t(`ownCalendar.${of}.lead`)}</p>
      <Asked question={known} lines={2}>
        {({ made_at: madeAt, last_used_on: usedOn }) => (
          <div className={styles.form}>
            {madeAt !== null && address !== undefined && (
              <>
                <p>{t('ownCalendar.once')}</p>
                <p className={styles.secret}>{address}</p>
              </>
            )}
            {madeAt !== null && address === undefined && (
              <p>
                {usedOn === null
                  ? t('ownCalendar.notUsed')
                  : t('ownCalendar.used', { day: formatDay(usedOn, language) })}
              </p>
            )}
            <ProblemLine error={make.error ?? end.error} />
            <Button kind="quiet" busy={make.isPending} onClick={() => make.mutate()}>
              {t(madeAt === null ? 'ownCalendar.make' : 'ownCalendar.makeAnother')}
            </Button>
            {madeAt !== null && (
              <Button
                kind="plain"
                busy={end.isPending}
                onClick={() => end.mutate(undefined, { onSuccess: make.reset })}
              >
                {t('ownCalendar.end')}
              </Button>
            )}
            <a href="/calendar/subscribe">{t('ownCalendar.how')}</a>
          </div>
        )}
      </Asked>
    </Section>
  );
}
