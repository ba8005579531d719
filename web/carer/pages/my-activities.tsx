import { Asked } from '../../shared/components/asked.tsx';
import { buttonLook } from '../../shared/components/button.tsx';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { OnwardIcon } from '../../shared/icons.tsx';
import { Link } from '../links.ts';
import { useMissed, useMyRegistrations } from '../queries/activities.ts';
import type { CarerRegistration } from '../queries/answers.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import list from './parts/list.module.css';
import { PhoneCalendar } from './parts/phone-calendar.tsx';
import { Section } from './parts/section.tsx';
import { Tag, Tags } from './parts/tag.tsx';
import { useUntil, useWhen } from './parts/when.ts';

export function Page() {
  const { t } = useWords();
  const registrations = useMyRegistrations();
  return (
    <>
      <PageHead title={t('myActivities.title')} back="/activities" />
      <Asked question={registrations} lines={8}>
        {({ items }) => (items.length === 0 ? <Nothing /> : <Mine registrations={items} />)}
      </Asked>
      <PhoneCalendar />
    </>
  );
}

function Nothing() {
  const { t } = useWords();
  return (
    <EmptyState
      title={t('myActivities.none')}
      text={t('myActivities.noneText')}
      action={
        <Link to="/activities" className={buttonLook()}>
          {t('myActivities.find')}
        </Link>
      }
    />
  );
}

function Mine({ registrations }: { readonly registrations: readonly CarerRegistration[] }) {
  const { t } = useWords();
  const over = ({ ends_at }: CarerRegistration) => Date.parse(ends_at) < Date.now();
  const coming = registrations
    .filter((one) => !over(one))
    .sort((one, other) => one.begins_at.localeCompare(other.begins_at));
  const past = registrations
    .filter(over)
    .sort((one, other) => other.begins_at.localeCompare(one.begins_at));
  return (
    <>
      {coming.length > 0 && (
        <Section title={t('myActivities.coming')}>
          <Registrations registrations={coming} />
        </Section>
      )}
      <Link
        to="/activities"
        className={buttonLook({ kind: coming.length > 0 ? 'quiet' : 'main', wide: true })}
      >
        {t('myActivities.find')}
      </Link>
      {past.length > 0 && (
        <Section title={t('myActivities.past')}>
          <Registrations registrations={past} />
        </Section>
      )}
      <MissedLink />
    </>
  );
}

/** Only for whom there is something to say. */
function MissedLink() {
  const { t } = useWords();
  const count = useMissed().data?.items.length ?? 0;
  if (count === 0) return null;
  return (
    <Link to="/my-activities/missed" className={buttonLook({ kind: 'quiet', wide: true })}>
      {t('missed.link', { count })}
    </Link>
  );
}

function Registrations({
  registrations,
}: {
  readonly registrations: readonly CarerRegistration[];
}) {
  const when = useWhen();
  return (
    <ul className={list.list}>
      {registrations.map((registration) => (
        <li key={registration.id}>
          <Link
            to="/activities/$activityId"
            params={{ activityId: registration.activity_id }}
            className={list.row ?? ''}
          >
            <span className={list.words}>
              <span className={list.title}>{registration.title}</span>
              <span>{when(registration.begins_at, registration.ends_at)}</span>
              <span className={list.soft}>{registration.place}</span>
              <Tags>
                <StateTag registration={registration} />
              </Tags>
            </span>
            <OnwardIcon size={1.1} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function StateTag({ registration }: { readonly registration: CarerRegistration }) {
  const { t } = useWords();
  const until = useUntil();
  const { state, activity_state, attendance, ends_at, offer_ends_at } = registration;
  const { waiting_position: position } = registration;
  if (activity_state === 'cancelled') return <Tag tone="brick">{t('activity.cancelled')}</Tag>;
  if (state === 'cancelled') return <Tag>{t('myActivities.cancelled')}</Tag>;
  if (attendance === 'left') return <Tag tone="mint">{t('myActivities.attended')}</Tag>;
  if (attendance === 'entered') return <Tag tone="mint">{t('myActivities.entered')}</Tag>;
  if (state === 'waiting')
    return <Tag tone="amber">{t('activity.waitingAt', { position: position ?? '' })}</Tag>;
  if (state === 'offered')
    return (
      <Tag tone="amber">{t('activity.offeredUntil', { until: until(offer_ends_at ?? '') })}</Tag>
    );
  if (Date.parse(ends_at) < Date.now()) return <Tag>{t('myActivities.absent')}</Tag>;
  return <Tag tone="mint">{t('activities.signedUp')}</Tag>;
}
