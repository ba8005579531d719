import type { ClauseDuty, ClausePage } from '../../../shared/api-types.gen.ts';
import { formatDay } from '../../../shared/format.ts';
import { useMay } from '../../../shared/queries/me.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import { Link } from '../../links.ts';
import { useWords } from '../../words/words.ts';
import { useSay } from '../parts/say.ts';
import { Tag, type Tone } from '../parts/tag.tsx';
import styles from './plan.module.css';

type State = NonNullable<ClauseDuty['now']>['cell']['state'];

const tones: Record<State, Tone> = {
  none: 'plain',
  unrecorded: 'plain',
  done: 'mint',
  'done-late': 'mint',
  excused: 'mint',
  due: 'plain',
  amber: 'amber',
  late: 'brick',
};

interface DutyLineProps {
  readonly duty: ClauseDuty;
  readonly page: ClausePage;
}

/** A promise: what it asks, of whom, and how far the place is; from there to whose tasks they are. */
export function DutyLine({ duty, page }: DutyLineProps) {
  const { t } = useWords();
  const say = useSay();
  const language = useLanguage();
  const posts: Readonly<Record<string, string>> = t('planPage.posts', { returnObjects: true });
  const about = [
    duty.asks && say(duty.asks),
    t('planPage.answers', { post: posts[duty.answers] ?? duty.answers }),
    duty.now && say(duty.now.period_name),
    duty.now?.due_on && t('duties.dueOn', { day: formatDay(duty.now.due_on, language) }),
  ];
  return (
    <li className={styles.duty}>
      <div>
        <span className={styles.dutyTitle}>{say(duty.title)}</span>
        <span className={styles.soft}>{about.filter(Boolean).join(' · ')}</span>
        <Sources duty={duty} />
        <Turns duty={duty} page={page} />
      </div>
      <Standing duty={duty} place={page.place} />
    </li>
  );
}

function Standing({
  duty,
  place,
}: {
  readonly duty: ClauseDuty;
  readonly place: ClausePage['place'];
}) {
  const { t } = useWords();
  const say = useSay();
  const may = useMay();
  if (!duty.now)
    return <span className={styles.soft}>{t('planPage.here', { place: place.name })}</span>;
  const { cell, period } = duty.now;
  const figures = (
    <>
      <Tag tone={tones[cell.state]}>{t(`duties.states.${cell.state}`)}</Tag>{' '}
      <span className={styles.figures}>
        {t('duties.of', { done: cell.done, tasks: cell.tasks })}
      </span>
    </>
  );
  // Whose children they are is not for everyone who may know how many.
  if (duty.holders === 'student' && !may('students.read')) {
    return <span className={styles.standing}>{figures}</span>;
  }
  return (
    <Link
      to="/duties/$dutyId"
      params={{ dutyId: duty.duty }}
      search={{ place: place.id, period, standing: 'all' }}
      className={styles.standing ?? ''}
    >
      {figures}
      <span className={styles.heard}>{say(duty.title)}</span>
    </Link>
  );
}

/** Who asks for it: where both do, which of them is stricter. */
function Sources({ duty: { sources } }: { readonly duty: ClauseDuty }) {
  const { t } = useWords();
  const say = useSay();
  const called = ({ layer, clause }: (typeof sources)[number]) =>
    `${layer ? say(layer) : t('planPage.own')} ${clause}`;
  const above = sources.find(({ layer }) => layer !== null);
  if (!above) return null;
  const strict = sources.find(({ binds }) => binds);
  return (
    <span className={styles.soft}>
      {sources.length > 1 && strict
        ? t('planPage.both', { name: called(above), strict: called(strict) })
        : t('planPage.onlyAbove', { name: called(above) })}
    </span>
  );
}

/** Since when it asks what it asks, and what it will ask from when. */
function Turns({ duty, page: { changes, on } }: DutyLineProps) {
  const { t } = useWords();
  const say = useSay();
  const language = useLanguage();
  const own = changes.filter(({ what, id }) => what === 'duty' && id === duty.duty);
  return own.map((turn) => (
    <span key={turn.on} className={turn.on > on ? styles.coming : styles.soft}>
      {t(turn.on > on ? 'planPage.coming' : 'planPage.before', {
        day: formatDay(turn.on, language),
        words: say(turn.words),
      })}
    </span>
  ));
}
