import { Asked } from '../../../shared/components/asked.tsx';
import { Button, buttonLook } from '../../../shared/components/button.tsx';
import { useSayWhenDone, useToast } from '../../../shared/components/toast.tsx';
import { formatDay } from '../../../shared/format.ts';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useLanguage } from '../../../shared/words/words.ts';
import { useChild } from '../../child.ts';
import {
  useCalendarAddress,
  useEndCalendarAddress,
  useMakeCalendarAddress,
} from '../../queries/calendar.ts';
import { useWords } from '../../words/words.ts';
import { IN_WECHAT, OutsideWeChat } from './outside-wechat.tsx';
import { Paper } from './paper.tsx';
import styles from './phone-calendar.module.css';
import { Section } from './section.tsx';

/** What I signed up for, in the phone's own calendar, by an address that I may end. */
export function PhoneCalendar() {
  const { t } = useWords();
  const known = useCalendarAddress();
  const make = useMakeCalendarAddress();
  const school = useChild()?.school_id;
  return (
    <Section title={t('phoneCalendar.title')}>
      <Paper>
        <p>{t('phoneCalendar.text')}</p>
        <Asked question={known} lines={2}>
          {({ made_at, last_used_on }) => {
            const fresh = make.data?.address;
            return (
              <div className={styles.parts}>
                {fresh !== undefined && made_at !== null && <NewAddress address={fresh} />}
                {fresh === undefined && made_at !== null && <KnownAddress usedOn={last_used_on} />}
                <ProblemLine error={make.error} />
                <Button kind="quiet" wide busy={make.isPending} onClick={() => make.mutate()}>
                  {t(made_at === null ? 'phoneCalendar.make' : 'phoneCalendar.makeAnother')}
                </Button>
                {made_at !== null && <EndAddress onEnded={make.reset} />}
              </div>
            );
          }}
        </Asked>
        <p className={styles.how}>
          <a href={`/calendar/subscribe${school ? `?school=${school}` : ''}`}>
            {t('phoneCalendar.how')}
          </a>
        </p>
      </Paper>
    </Section>
  );
}

function NewAddress({ address }: { readonly address: string }) {
  const { t } = useWords();
  const say = useToast();
  const subscribe = address.replace(/^https?:/, 'webcal:');
  return (
    <>
      <p className={styles.soft}>{t('phoneCalendar.once')}</p>
      <p className={styles.address}>{address}</p>
      {IN_WECHAT ? (
        <OutsideWeChat word={t('phoneCalendar.open')} />
      ) : (
        <a href={subscribe} className={buttonLook({ wide: true })}>
          {t('phoneCalendar.open')}
        </a>
      )}
      {'clipboard' in navigator && (
        <Button
          kind="quiet"
          wide
          onClick={() =>
            void navigator.clipboard.writeText(address).then(() => say(t('phoneCalendar.copied')))
          }
        >
          {t('phoneCalendar.copy')}
        </Button>
      )}
    </>
  );
}

function KnownAddress({ usedOn }: { readonly usedOn: string | null }) {
  const { t } = useWords();
  const language = useLanguage();
  return (
    <p className={styles.soft}>
      {usedOn === null
        ? t('phoneCalendar.notUsed')
        : t('phoneCalendar.used', { day: formatDay(usedOn, language) })}
    </p>
  );
}

function EndAddress({ onEnded }: { readonly onEnded: () => void }) {
  const { t } = useWords();
  const sayWhenDone = useSayWhenDone();
  const end = useEndCalendarAddress();
  return (
    <>
      <ProblemLine error={end.error} />
      <Button
        kind="plain"
        busy={end.isPending}
        onClick={() =>
          sayWhenDone(end.mutateAsync(undefined, { onSuccess: onEnded }), t('phoneCalendar.ended'))
        }
      >
        {t('phoneCalendar.end')}
      </Button>
    </>
  );
}
