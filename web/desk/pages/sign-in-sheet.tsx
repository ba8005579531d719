import { Asked } from '../../shared/components/asked.tsx';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { formatSpan } from '../../shared/format.ts';
import { useLanguage } from '../../shared/words/words.ts';
import { usePageParams } from '../links.ts';
import { useActivity } from '../queries/activities.ts';
import { useEveryoneRegistered } from '../queries/attendance.ts';
import type { ActivityDetail, RegistrationRow } from '../queries/shapes.ts';
import { useTopics } from '../queries/topics.ts';
import { useWords } from '../words/words.ts';
import styles from './activity/print.module.css';
import { PrintHead } from './activity/print-head.tsx';
import { inSchoolOrder } from './parts/school-order.ts';

/** For those who come without having signed up. */
const EMPTY_LINES = 8;

/** The list on paper, by class, for a hall without network: who signed up, and room for a signature. */
export function Page() {
  const { activityId } = usePageParams<'/activities/$activityId/sign-in-sheet'>();
  const activity = useActivity(activityId);
  const everyone = useEveryoneRegistered(activityId);
  return (
    <Asked question={activity} lines={10}>
      {(detail) => (
        <Asked question={everyone} lines={10}>
          {(rows) => <SignInSheet activity={detail} rows={rows} />}
        </Asked>
      )}
    </Asked>
  );
}

interface SignInSheetProps {
  readonly activity: ActivityDetail;
  readonly rows: readonly RegistrationRow[];
}

function SignInSheet({ activity, rows }: SignInSheetProps) {
  const { t } = useWords();
  const language = useLanguage();
  const lines = inSchoolOrder(rows.flatMap(linesOf));
  return (
    <>
      <PrintHead
        activityId={activity.activity_id}
        title={t('signInSheet.title')}
        lead={t('signInSheet.lead')}
      />
      {lines.length === 0 && (
        <EmptyState title={t('registrations.none')} text={t('registrations.noneText')} />
      )}
      <table className={styles.sheet}>
        <caption>
          {activity.title}
          <br />
          {activity.host_name} · {activity.place} ·{' '}
          {formatSpan(activity.begins_at, activity.ends_at, language)}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('signInSheet.number')}</th>
            <th scope="col">{t('signInSheet.class')}</th>
            <th scope="col">{t('registrations.children')}</th>
            <th scope="col">{t('registrations.carers')}</th>
            <th scope="col">{t('signInSheet.entered')}</th>
            <th scope="col">{t('signInSheet.left')}</th>
            <th scope="col">{t('signInSheet.signature')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <tr key={line.carerId}>
              <td>{index + 1}</td>
              <td>{line.classNames}</td>
              <td>{line.children}</td>
              <td>{line.isLead ? t('team.marked', { name: line.carer }) : line.carer}</td>
              <td />
              <td />
              <td />
            </tr>
          ))}
          {emptyLines(lines.length).map((number) => (
            <tr key={number}>
              <td>{number}</td>
              <td />
              <td />
              <td />
              <td />
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      {activity.has_topics && <TopicsAtHand activityId={activity.activity_id} />}
    </>
  );
}

/** Whoever leads the round has the topics at hand, with how many want each; the list names nobody. */
function TopicsAtHand({ activityId }: { readonly activityId: string }) {
  const { t } = useWords();
  const { items = [] } = useTopics(activityId).data ?? {};
  if (items.length === 0) return null;
  return (
    <section className={styles.atHand}>
      <h2>{t('topics.poster')}</h2>
      <ul className={styles.topics}>
        {items
          .toSorted((one, other) => other.wanted - one.wanted)
          .map(({ id, title, wanted }) => (
            <li key={id}>{wanted > 0 ? t('topics.wantedBy', { title, count: wanted }) : title}</li>
          ))}
      </ul>
    </section>
  );
}

/** The numbers that follow. */
function emptyLines(after: number): number[] {
  return Array.from({ length: EMPTY_LINES }, (_, index) => after + index + 1);
}

/** A line for each carer; `name` is what the order goes by. */
function linesOf({ carers, students }: RegistrationRow) {
  const classNames = [...new Set(students.flatMap(({ class_name }) => class_name ?? []))].join(
    '、',
  );
  const children = students.flatMap(({ name }) => name ?? []).join('、');
  return carers.map(({ id, name: carer, is_lead: isLead }) => ({
    carerId: id,
    name: `${classNames} ${children}`,
    classNames,
    children,
    carer,
    isLead,
  }));
}
