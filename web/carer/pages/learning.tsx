import { Asked } from '../../shared/components/asked.tsx';
import { useSignedIn } from '../../shared/queries/me.ts';
import { useFittingActivities, useKinds } from '../queries/activities.ts';
import type { CarerActivity } from '../queries/answers.ts';
import { usePlan } from '../queries/plan.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import styles from './learning/learning.module.css';
import { EventList } from './parts/event-list.tsx';
import { useSay } from './parts/say.ts';
import { Section } from './parts/section.tsx';
import { Tag } from './parts/tag.tsx';

type Stage = NonNullable<ReturnType<typeof usePlan>['data']>['stages'][number];

export function Page() {
  const { t } = useWords();
  const plan = usePlan();
  const activities = useFittingActivities();
  const kinds = useKinds();
  return (
    <>
      <PageHead title={t('learning.title')} />
      <p>{t('learning.lead')}</p>
      <Asked question={plan} lines={8}>
        {({ stages }) => (
          <Asked question={kinds} lines={8}>
            {(known) => (
              <Asked question={activities} lines={8}>
                {({ items }) => <Stages stages={stages} activities={guiding(items, known.items)} />}
              </Asked>
            )}
          </Asked>
        )}
      </Asked>
    </>
  );
}

/** What one learns from: guidance, and the experience of other families. */
const TEACHES = ['guidance', 'sharing'];

interface Kind {
  readonly id: string;
  readonly counts_as: string;
}

function guiding(
  activities: readonly CarerActivity[],
  kinds: readonly Kind[],
): readonly CarerActivity[] {
  const teaching = new Set(
    kinds.filter((kind) => TEACHES.includes(kind.counts_as)).map(({ id }) => id),
  );
  return activities.filter(({ kind }) => teaching.has(kind));
}

interface StagesProps {
  readonly stages: readonly Stage[];
  readonly activities: readonly CarerActivity[];
}

/** The curriculum's stages, those with something for one's own children first. */
function Stages({ stages, activities }: StagesProps) {
  const { t } = useWords();
  const { children } = useSignedIn();
  const say = useSay();
  const forAll = activities.filter((activity) => activity.stages.length === 0);
  const own = new Set(
    activities
      .filter(({ student_ids }) => children.some(({ id }) => student_ids.includes(id)))
      .flatMap((activity) => activity.stages),
  );
  const ordered = [...stages].sort(
    (one, other) => Number(own.has(other.id)) - Number(own.has(one.id)),
  );
  return (
    <>
      {forAll.length > 0 && (
        <StagePart title={t('learning.all')} summary={t('learning.allText')} events={forAll} />
      )}
      {ordered.map(({ id, name, summary }) => (
        <StagePart
          key={id}
          title={say(name)}
          summary={say(summary)}
          own={own.has(id)}
          events={activities.filter((activity) => activity.stages.includes(id))}
        />
      ))}
    </>
  );
}

interface StagePartProps {
  readonly title: string;
  readonly summary: string;
  readonly own?: boolean;
  readonly events: readonly CarerActivity[];
}

function StagePart({ title, summary, own = false, events }: StagePartProps) {
  const { t } = useWords();
  return (
    <Section title={title} action={own ? <Tag tone="mint">{t('learning.yours')}</Tag> : undefined}>
      <p className={styles.summary}>{summary}</p>
      {events.length > 0 ? <EventList events={events} /> : <p>{t('learning.nothing')}</p>}
    </Section>
  );
}
