import { Button, Select } from 'antd';
import { useState } from 'react';
import { EmptyState } from '../../../shared/components/empty-state.tsx';
import { useSayWhenDone } from '../../../shared/components/toast.tsx';
import { formatHours, formatInstant } from '../../../shared/format.ts';
import { useMay } from '../../../shared/queries/me.ts';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useLanguage } from '../../../shared/words/words.ts';
import { useListFilters } from '../../links.ts';
import { useAcceptOffer, useRegistrations } from '../../queries/attendance.ts';
import type { ActivityDetail, RegisteredCarer, RegistrationRow } from '../../queries/shapes.ts';
import { useWords } from '../../words/words.ts';
import { FilterRow, SearchField } from '../parts/filter-row.tsx';
import { ListTable, Opener } from '../parts/list-table.tsx';
import { Section } from '../parts/section.tsx';
import { SheetLink } from '../parts/sheet-link.tsx';
import { Tag } from '../parts/tag.tsx';
import { Absence } from './absence.tsx';
import styles from './activity.module.css';
import { AttendanceSheet } from './attendance-sheet.tsx';
import { SignUpSheet } from './sign-up-sheet.tsx';

/** Households with a place and households that wait, in their order, with who came. */
export function Registrations({ activity }: { readonly activity: ActivityDetail }) {
  const { t } = useWords();
  const [{ attendance, ...filters }, setFilters] = useListFilters({
    q: '',
    state: '',
    sort: 'made',
    attendance: '',
  });
  const { q, state, sort } = filters;
  const [signingUp, setSigningUp] = useState(false);
  const registrations = useRegistrations(activity.activity_id, filters);
  const may = useMay();
  const arranges = activity.desk?.actions.includes('check-in') ?? false;
  const maySignUp = arranges && may('students.read') && may('activities.sign-up');
  return (
    <Section
      title={t('registrations.title')}
      action={
        maySignUp && <Button onClick={() => setSigningUp(true)}>{t('registrations.signUp')}</Button>
      }
    >
      <FilterRow>
        <SearchField
          label={t('registrations.search')}
          value={q}
          onChange={(words) => setFilters({ q: words })}
        />
        <Select
          allowClear
          aria-label={t('registrations.state')}
          placeholder={t('registrations.everyState')}
          className={styles.choice ?? ''}
          {...(state && { value: state })}
          onChange={(next: string | undefined) => setFilters({ state: next ?? '' })}
          options={[
            { value: 'registered', label: t('registrations.registered') },
            { value: 'offered', label: t('registrations.onlyOffered') },
            { value: 'waiting', label: t('registrations.onlyWaiting') },
            { value: 'cancelled', label: t('registrations.cancelled') },
          ]}
        />
        <SheetLink
          name="GET /api/v1/activities/{id}/registrations/sheet"
          params={{ id: activity.activity_id }}
          query={filters}
        />
      </FilterRow>
      <ListTable<RegistrationRow>
        question={registrations}
        label={t('registrations.title')}
        rowKey={({ id }) => id}
        sort={sort}
        onSort={(next) => setFilters({ sort: next })}
        empty={
          <EmptyState
            title={q || state ? t('list.noneFound') : t('registrations.none')}
            text={t('registrations.noneText')}
          />
        }
        columns={useColumns(activity, (id) => setFilters({ attendance: id }))}
      />
      <AttendanceSheet
        attendanceId={attendance}
        mayCorrect={activity.desk?.actions.includes('correct') ?? false}
        withChildren={activity.with_children}
        onClose={() => setFilters({ attendance: '' })}
      />
      <SignUpSheet activity={activity} open={signingUp} onClose={() => setSigningUp(false)} />
    </Section>
  );
}

function useColumns(activity: ActivityDetail, onOpen: (attendanceId: string) => void) {
  const { t } = useWords();
  const language = useLanguage();
  return [
    {
      title: t('registrations.children'),
      render: (_: unknown, { students, carers }: RegistrationRow) =>
        students.map(({ id, name, class_name }) => (
          <div key={id} className={styles.line}>
            <span>
              {name ?? t('registrations.outOfReach')}{' '}
              <span className={styles.soft}>{class_name}</span>{' '}
              {activity.with_children && isMissing(id, carers) && (
                <Tag tone="amber">{t('registrations.childNotThere')}</Tag>
              )}
            </span>
          </div>
        )),
    },
    {
      title: t('registrations.carers'),
      sortBy: 'name',
      render: (_: unknown, { carers }: RegistrationRow) =>
        carers.map((carer) => (
          <div key={carer.id} className={styles.line}>
            {carer.attendance_id ? (
              <Opener onOpen={() => onOpen(carer.attendance_id ?? '')}>{carer.name}</Opener>
            ) : (
              carer.name
            )}
            {carer.is_lead && (
              <span>
                <Tag tone="mint">{t('team.lead')}</Tag>
              </span>
            )}
          </div>
        )),
    },
    ...(activity.sessions.length > 0
      ? [
          {
            title: t('sessions.session'),
            render: (_: unknown, { session }: RegistrationRow) =>
              session && `${formatInstant(session.begins_at, language)} ${session.label}`,
          },
        ]
      : []),
    ...activity.questions.map((question) => ({
      title: question.label,
      render: (_: unknown, { answers }: RegistrationRow) =>
        answers.find(({ question_id: id }) => id === question.id)?.values.join('、') ?? '',
    })),
    {
      title: t('registrations.state'),
      sortBy: 'state',
      render: (_: unknown, row: RegistrationRow) => (
        <RegistrationState
          activityId={row.session?.activity_id ?? activity.activity_id}
          row={row}
        />
      ),
    },
    {
      title: t('registrations.attendance'),
      render: (_: unknown, row: RegistrationRow) => (
        <>
          {row.carers.map((carer) => (
            <div key={carer.id} className={styles.line}>
              <AttendanceWord carer={carer} />
            </div>
          ))}
          <Absence activity={activity} row={row} />
        </>
      ),
    },
    {
      title: t('registrations.madeAt'),
      sortBy: 'made',
      render: (_: unknown, { made_at }: RegistrationRow) => formatInstant(made_at, language),
    },
  ];
}

interface RegistrationStateProps {
  readonly activityId: string;
  readonly row: RegistrationRow;
}

function RegistrationState({ activityId, row }: RegistrationStateProps) {
  const { t } = useWords();
  if (row.state === 'offered') return <Offered activityId={activityId} row={row} />;
  if (row.state === 'registered') return <Tag tone="mint">{t('registrations.registered')}</Tag>;
  if (row.state === 'cancelled') return <Tag>{t('registrations.cancelled')}</Tag>;
  return (
    <>
      <Tag tone="amber">{t('registrations.waiting', { position: row.waiting_position ?? '' })}</Tag>
      {row.waiting_reasons.map((reason) => (
        <div key={reason} className={styles.soft}>
          {t(`registrations.why.${reason}`)}
        </div>
      ))}
    </>
  );
}

/** The family is on the phone: whoever hears their answer gives it. */
function Offered({ activityId, row }: RegistrationStateProps) {
  const { t } = useWords();
  const sayWhenDone = useSayWhenDone();
  const language = useLanguage();
  const accept = useAcceptOffer(activityId);
  const until = formatInstant(row.offer_ends_at ?? '', language);
  return (
    <>
      <Tag tone="amber">{t('registrations.offered', { until })}</Tag>
      <Button
        type="link"
        size="small"
        loading={accept.isPending}
        onClick={() => sayWhenDone(accept.mutateAsync(row.id), t('registrations.accepted'))}
      >
        {t('registrations.accept')}
      </Button>
      <ProblemLine error={accept.error} />
    </>
  );
}

function AttendanceWord({ carer }: { readonly carer: RegisteredCarer }) {
  const { t } = useWords();
  const language = useLanguage();
  const { entered_at: entered, minutes, is_corrected } = carer;
  if (!entered) return <span className={styles.soft}>{t('registrations.notCome')}</span>;
  return (
    <span>
      {minutes === null ? t('registrations.here') : formatHours(minutes, language)}{' '}
      {is_corrected && <Tag tone="amber">{t('registrations.corrected')}</Tag>}
    </span>
  );
}

/** A carer came, and nobody of them with this child. */
function isMissing(student: string, carers: readonly RegisteredCarer[]): boolean {
  const came = carers.filter(({ entered_at }) => entered_at !== null);
  return came.length > 0 && !came.some(({ children_came }) => children_came.includes(student));
}
