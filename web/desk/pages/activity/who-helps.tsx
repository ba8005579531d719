import { Button } from 'antd';
import { useState } from 'react';
import { Asked } from '../../../shared/components/asked.tsx';
import { formatHours } from '../../../shared/format.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import { useDropHelper, useHelpers } from '../../queries/afterwards.ts';
import type { ActivityDetail, Helper } from '../../queries/shapes.ts';
import { useWords } from '../../words/words.ts';
import { useProblemBox } from '../parts/problem-box.ts';
import { Section } from '../parts/section.tsx';
import { SheetLink } from '../parts/sheet-link.tsx';
import { Tag } from '../parts/tag.tsx';
import { NameHelper } from './choose-who-helps.tsx';
import styles from './who-helps.module.css';

/** Who speaks, helps or stands at the door; those who speak and help are thanked and earn by their own rules. */
export function Helpers({ activity }: { readonly activity: ActivityDetail }) {
  const { t } = useWords();
  const [naming, setNaming] = useState(false);
  const helpers = useHelpers(activity.activity_id);
  const { actions = [] } = activity.desk ?? {};
  const mayName = actions.includes(activity.state === 'finished' ? 'correct' : 'name-helpers');
  return (
    <Section
      title={t('helpers.title')}
      action={
        <span className={styles.ways}>
          {(helpers.data?.items.length ?? 0) > 0 && (
            <SheetLink
              name="GET /api/v1/activities/{id}/helpers/sheet"
              params={{ id: activity.activity_id }}
            />
          )}
          {mayName && <Button onClick={() => setNaming(true)}>{t('helpers.name')}</Button>}
        </span>
      }
    >
      <Asked question={helpers} lines={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={styles.soft}>{t('helpers.none')}</p>
          ) : (
            <ul className={styles.list}>
              {items.map((helper) => (
                <li key={helper.person_id} className={styles.row}>
                  <One helper={helper} />
                  {mayName && (helper.attendance_id === null || helper.part === 'door') && (
                    <Drop activityId={activity.activity_id} helper={helper} />
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
      <NameHelper activity={activity} open={naming} onClose={() => setNaming(false)} />
    </Section>
  );
}

function One({ helper }: { readonly helper: Helper }) {
  const { t } = useWords();
  const language = useLanguage();
  const { name, part, attendance_id, minutes } = helper;
  return (
    <span>
      <strong>{name}</strong> <Tag tone="mint">{t(`helpers.parts.${part}`)}</Tag>{' '}
      {attendance_id !== null && part !== 'door' && (
        <span className={styles.soft}>
          {minutes === null ? t('registrations.here') : formatHours(minutes, language)}
        </span>
      )}
    </span>
  );
}

function Drop({ activityId, helper }: { readonly activityId: string; readonly helper: Helper }) {
  const { t } = useWords();
  const showProblem = useProblemBox();
  const drop = useDropHelper(activityId);
  return (
    <Button
      type="link"
      loading={drop.isPending}
      aria-label={t('helpers.dropWho', { name: helper.name })}
      onClick={() => drop.mutate(helper.person_id, { onError: showProblem })}
    >
      {t('helpers.drop')}
    </Button>
  );
}
