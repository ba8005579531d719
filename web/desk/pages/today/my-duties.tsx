import type { MyDuty } from '../../../shared/api-types.gen.ts';
import { formatDay } from '../../../shared/format.ts';
import { useMay } from '../../../shared/queries/me.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import { Link } from '../../links.ts';
import { useWords } from '../../words/words.ts';
import { useSay } from '../parts/say.ts';
import { Section } from '../parts/section.tsx';
import { Tag, type Tone } from '../parts/tag.tsx';
import styles from './my-duties.module.css';

/** What I answer for: what is late or soon due open before me, the rest folded. */
export function MyDuties({ duties }: { readonly duties: readonly MyDuty[] }) {
  const { t } = useWords();
  const now = duties.filter(({ state }) => state === 'late' || state === 'amber');
  const later = duties.filter(({ state }) => state === 'due');
  const unrecorded = duties.filter(({ state }) => state === 'unrecorded');
  const rest = duties.filter((one) => ![...now, ...later, ...unrecorded].includes(one));
  const [first, ...others] = now;
  return (
    <Section title={t('myDuties.today')}>
      {first ? <Sentence first={first} others={others.length} /> : <Calm />}
      <Rows duties={now} />
      <Folded
        summary={t('myDuties.later', { count: later.length })}
        duties={later}
        open={now.length === 0}
      />
      <Folded
        summary={t('myDuties.unrecorded', { count: unrecorded.length })}
        duties={unrecorded}
      />
      <Folded summary={t('myDuties.allDone', { count: rest.length })} duties={rest} />
    </Section>
  );
}

interface FoldedProps {
  readonly summary: string;
  readonly duties: readonly MyDuty[];
  readonly open?: boolean;
}

function Folded({ summary, duties, open = false }: FoldedProps) {
  if (duties.length === 0) return null;
  return (
    <details className={styles.folded} open={open}>
      <summary>{summary}</summary>
      <Rows duties={duties} />
    </details>
  );
}

/** How many are still open; of what one's own place has to do, that it is not done. */
function useLeft(): (duty: MyDuty) => string {
  const { t } = useWords();
  return ({ holders, tasks, open }) =>
    holders === 'organisation' && tasks === 1
      ? t('myDuties.own')
      : t(`myDuties.left.${holders}`, { count: open });
}

function Sentence({ first, others }: { readonly first: MyDuty; readonly others: number }) {
  const { t } = useWords();
  const left = useLeft();
  const say = useSay();
  const language = useLanguage();
  const said = {
    title: say(first.title),
    left: left(first),
    day: formatDay(first.due_on.day, language),
  };
  return (
    <p className={styles.sentence}>
      {t(first.state === 'late' ? 'myDuties.firstLate' : 'myDuties.first', said)}
      {others > 0 && ` ${t('myDuties.more', { count: others })}`}
    </p>
  );
}

function Calm() {
  const { t } = useWords();
  return <p className={styles.sentence}>{t('myDuties.none')}</p>;
}

function Rows({ duties }: { readonly duties: readonly MyDuty[] }) {
  if (duties.length === 0) return null;
  return (
    <ul className={styles.list}>
      {duties.map((one) => (
        <li key={`${one.duty} ${one.place}`}>
          <Row duty={one} />
        </li>
      ))}
    </ul>
  );
}

const tones: Readonly<Record<MyDuty['state'], Tone>> = {
  none: 'plain',
  unrecorded: 'plain',
  done: 'mint',
  'done-late': 'mint',
  excused: 'mint',
  due: 'plain',
  amber: 'amber',
  late: 'brick',
};

/** One thing to do, as wide as a thumb wants it; leads to whose tasks are open. */
function Row({ duty }: { readonly duty: MyDuty }) {
  const may = useMay();
  // Whose children they are is not for everyone who may know how many.
  if (duty.holders === 'student' && !may('students.read')) {
    return (
      <div className={styles.row}>
        <What duty={duty} />
      </div>
    );
  }
  return (
    <Link
      to="/duties/$dutyId"
      params={{ dutyId: duty.duty }}
      search={{ place: duty.place, period: duty.period }}
      className={styles.row ?? ''}
    >
      <What duty={duty} />
    </Link>
  );
}

function What({ duty }: { readonly duty: MyDuty }) {
  const { t } = useWords();
  const say = useSay();
  const language = useLanguage();
  const left = useLeft();
  const { title, place_name, state, open, tasks, due_on, names, stands_in } = duty;
  const details = [
    place_name,
    open > 0 && left(duty),
    tasks > 1 && t('myDuties.of', { tasks }),
    t('myDuties.due', { day: formatDay(due_on.day, language) }),
  ];
  return (
    <>
      <span className={styles.head}>
        <strong>{say(title)}</strong>
        <Tag tone={tones[state]}>{t(`duties.states.${state}`)}</Tag>
      </span>
      <span className={styles.soft}>{details.filter(Boolean).join(' · ')}</span>
      {names.length > 0 && (
        <span className={styles.soft}>
          {t('myDuties.names', { names: names.join(language === 'en' ? ', ' : '、') })}
        </span>
      )}
      {stands_in && <span className={styles.soft}>{t('myDuties.standsIn')}</span>}
    </>
  );
}
