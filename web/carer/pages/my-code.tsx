import { Asked } from '../../shared/components/asked.tsx';
import { buttonLook } from '../../shared/components/button.tsx';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { useSignedIn } from '../../shared/queries/me.ts';
import { useFilters } from '../../shared/routing/app-pages.tsx';
import { serverNow } from '../../shared/server-clock.ts';
import { Link } from '../links.ts';
import { useMyRegistrations } from '../queries/activities.ts';
import type { CarerRegistration } from '../queries/answers.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { useAwakeScreen } from './my-code/awake-screen.ts';
import styles from './my-code/my-code.module.css';
import { Pass } from './my-code/pass.tsx';
import { useIsPast } from './my-code/use-is-past.ts';
import { Choice } from './parts/choice.tsx';
import { useHour, useWhen } from './parts/when.ts';

export function Page() {
  const { t } = useWords();
  const registrations = useMyRegistrations();
  const [{ activity }] = useFilters({ activity: '' });
  const leaving = isInside(chosenOf(registrations.data?.items ?? [], activity));
  return (
    <>
      <PageHead title={t(leaving ? 'myCode.titleExit' : 'myCode.title')} back="/my-activities" />
      <Asked question={registrations} lines={8}>
        {({ items }) => <Chosen registrations={items} />}
      </Asked>
    </>
  );
}

/** How long after its end one may still check out, in milliseconds. */
const LATE_MILLISECONDS = 2 * 3600 * 1000;

function endsFor({ ends_at }: CarerRegistration): number {
  return Date.parse(ends_at) + LATE_MILLISECONDS;
}

function isMine({ state, activity_state }: CarerRegistration): boolean {
  return state === 'registered' && activity_state !== 'cancelled';
}

function toCome(registration: CarerRegistration): boolean {
  return isMine(registration) && endsFor(registration) > serverNow();
}

function byTime(one: CarerRegistration, other: CarerRegistration): number {
  return one.begins_at.localeCompare(other.begins_at);
}

/** Those whose code may still be wanted, the next one first. */
function codesOf(registrations: readonly CarerRegistration[]): CarerRegistration[] {
  return registrations.filter(toCome).sort(byTime);
}

function chosenOf(registrations: readonly CarerRegistration[], activity: string) {
  const codes = codesOf(registrations);
  return (
    codes.find(({ activity_id }) => activity_id === activity) ?? codes.find(isInside) ?? codes[0]
  );
}

function isInside(registration: CarerRegistration | undefined): boolean {
  return registration?.attendance === 'entered';
}

function Chosen({ registrations }: { readonly registrations: readonly CarerRegistration[] }) {
  const { t } = useWords();
  const [{ activity }, setFilters] = useFilters({ activity: '' });
  const codes = codesOf(registrations);
  const chosen = chosenOf(registrations, activity);
  const asked = registrations.find(({ activity_id }) => activity_id === activity);
  if (asked && isMine(asked) && asked !== chosen) return <Over registration={asked} />;
  if (!chosen) {
    return (
      <EmptyState
        title={t('myCode.none')}
        text={t('myCode.noneText')}
        action={
          <Link to="/activities" className={buttonLook()}>
            {t('myActivities.find')}
          </Link>
        }
      />
    );
  }
  return (
    <>
      {codes.length > 1 && (
        <Choice
          label={t('myCode.which')}
          value={chosen.activity_id}
          onChange={(next) => setFilters({ activity: next })}
          options={codes.map(({ activity_id, title }) => ({
            value: activity_id,
            label: title,
          }))}
        />
      )}
      <CodeCard registration={chosen} />
      <Link to="/scan" className={buttonLook({ kind: 'quiet', wide: true })}>
        {t('myCode.scan')}
      </Link>
    </>
  );
}

/** Its code serves nobody any more; another one in its place would be shown at the wrong door. */
function Over({ registration }: { readonly registration: CarerRegistration }) {
  const { t } = useWords();
  return (
    <EmptyState
      title={t('myCode.over', { title: registration.title })}
      text={t('myCode.overText')}
      action={
        <Link to="/my-activities" className={buttonLook()}>
          {t('activities.mine')}
        </Link>
      }
    />
  );
}

function CodeCard({ registration }: { readonly registration: CarerRegistration }) {
  const { t } = useWords();
  const { person } = useSignedIn();
  const when = useWhen();
  const hourOf = useHour();
  const endsAt = endsFor(registration);
  const hasEnded = useIsPast(Date.parse(registration.ends_at));
  const isShut = useIsPast(endsAt);
  useAwakeScreen();
  if (isShut) return <Over registration={registration} />;
  return (
    <section className={styles.card}>
      <h2 className={styles.title}>{registration.title}</h2>
      <p>{when(registration.begins_at, registration.ends_at)}</p>
      {hasEnded && (
        <p className={styles.over} role="status">
          {t('myCode.ended', { until: hourOf(new Date(endsAt).toISOString()) })}
        </p>
      )}
      <Pass activityId={registration.activity_id} title={registration.title} />
      <p className={styles.name}>{person.name}</p>
      <p>{t(isInside(registration) ? 'myCode.showExit' : 'myCode.show')}</p>
      <p className={styles.soft}>
        {t('myCode.fresh')} {t('myCode.bright')}
      </p>
    </section>
  );
}
