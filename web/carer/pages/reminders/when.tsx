import { useState } from 'react';
import { Button } from '../../../shared/components/button.tsx';
import { Card } from '../../../shared/components/card.tsx';
import { useSayWhenDone } from '../../../shared/components/toast.tsx';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import type { NoticeWishes } from '../../queries/answers.ts';
import { useChangeReminders, type Wishes } from '../../queries/reminders.ts';
import { useWords } from '../../words/words.ts';
import { Choice } from '../parts/choice.tsx';
import styles from './reminders.module.css';

/** Once a day or when it happens, and when one is left in peace. */
export function When({ reminders }: { readonly reminders: NoticeWishes }) {
  const { t } = useWords();
  const sayWhenDone = useSayWhenDone();
  const change = useChangeReminders();
  const { pace, quiet_from, quiet_until, digest_at, off } = reminders;
  const [wishes, setWishes] = useState<Wishes>({ pace, quiet_from, quiet_until, digest_at, off });
  const set = (part: Partial<Wishes>) => setWishes({ ...wishes, ...part });
  return (
    <Card title={t('reminders.when')}>
      <div className={styles.parts}>
        <Choice
          shape="field"
          label={t('reminders.pace')}
          value={wishes.pace}
          onChange={(next) => set({ pace: next as Wishes['pace'] })}
          options={[
            { value: 'daily', label: t('reminders.daily') },
            { value: 'at-once', label: t('reminders.atOnce') },
          ]}
        />
        <p className={styles.soft}>{t('reminders.urgentText')}</p>
        {wishes.pace === 'daily' && (
          <Choice
            shape="field"
            label={t('reminders.digestAt')}
            value={wishes.digest_at}
            onChange={(next) => set({ digest_at: next })}
            options={halfHours(wishes.digest_at)}
          />
        )}
        <div className={styles.pair}>
          <Choice
            shape="field"
            label={t('reminders.quietFrom')}
            value={wishes.quiet_from}
            onChange={(next) => set({ quiet_from: next })}
            options={halfHours(wishes.quiet_from)}
          />
          <Choice
            shape="field"
            label={t('reminders.quietUntil')}
            value={wishes.quiet_until}
            onChange={(next) => set({ quiet_until: next })}
            options={halfHours(wishes.quiet_until)}
          />
        </div>
        <p className={styles.soft}>{t('reminders.quietText')}</p>
        {reminders.channels.includes('sms') && reminders.has_phone && (
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={!wishes.off.includes('sms')}
              onChange={(event) =>
                set({
                  off: event.target.checked
                    ? wishes.off.filter((one) => one !== 'sms')
                    : [...wishes.off, 'sms'],
                })
              }
            />
            <span>{t('reminders.sms')}</span>
          </label>
        )}
        <ProblemLine error={change.error} />
        <Button
          wide
          busy={change.isPending}
          onClick={() => sayWhenDone(change.mutateAsync(wishes), t('reminders.saved'))}
        >
          {t('reminders.save')}
        </Button>
      </div>
    </Card>
  );
}

const HALF_HOURS_A_DAY = 48;

/** Every half hour, and the one that is chosen already. */
function halfHours(chosen: string) {
  const times = Array.from({ length: HALF_HOURS_A_DAY }, (_, index) => {
    const hours = String(Math.floor(index / 2)).padStart(2, '0');
    return `${hours}:${index % 2 === 0 ? '00' : '30'}`;
  });
  return [...new Set([...times, chosen])].sort().map((time) => ({ value: time, label: time }));
}
