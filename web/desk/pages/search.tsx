import type { ReactNode } from 'react';
import { Asked } from '../../shared/components/asked.tsx';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { formatInstant } from '../../shared/format.ts';
import { useMay } from '../../shared/queries/me.ts';
import { useFilters } from '../../shared/routing/app-pages.tsx';
import { useLanguage } from '../../shared/words/words.ts';
import { Link } from '../links.ts';
import { useActivities } from '../queries/activities.ts';
import { useCarers, useStaff, useStudents } from '../queries/people.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { useSay } from './parts/say.ts';
import { Section } from './parts/section.tsx';
import styles from './today/today.module.css';

/** One word in every list that one may see, a few of each. */
export function Page() {
  const { t } = useWords();
  const may = useMay();
  const [{ words }] = useFilters({ words: '' });
  if (words === '') {
    return (
      <>
        <PageHead title={t('searchPage.title')} />
        <EmptyState title={t('searchPage.nothing')} text={t('searchPage.nothingText')} />
      </>
    );
  }
  return (
    <>
      <PageHead title={t('searchPage.title')} lead={t('searchPage.lead', { words })} />
      {may('students.read') && <Students words={words} />}
      {may('students.read') && <Carers words={words} />}
      {may('people.read') && <Staff words={words} />}
      {may('activities.read') && <Activities words={words} />}
    </>
  );
}

interface FoundProps<Row> {
  readonly title: string;
  readonly all: ReactNode;
  readonly question: {
    readonly data: { readonly pages: readonly { readonly items: readonly Row[] }[] } | undefined;
    readonly error: unknown;
    readonly refetch: () => unknown;
  };
  readonly children: (row: Row) => ReactNode;
}

const MOST_OF_EACH = 5;

function Found<Row>({ title, all, question, children }: FoundProps<Row>) {
  const { t } = useWords();
  return (
    <Section title={title} action={all}>
      <Asked question={question} lines={2}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items).slice(0, MOST_OF_EACH);
          if (rows.length === 0) return <p className={styles.soft}>{t('searchPage.none')}</p>;
          return <ul className={styles.list}>{rows.map((row) => children(row))}</ul>;
        }}
      </Asked>
    </Section>
  );
}

interface Searched {
  readonly words: string;
}

function Students({ words }: Searched) {
  const { t } = useWords();
  const students = useStudents({ q: words, organisation: '' });
  const all = (
    <Link to="/students" search={{ q: words }}>
      {t('searchPage.all')}
    </Link>
  );
  return (
    <Found title={t('students.title')} all={all} question={students}>
      {({ id, name, class_name, school_name }) => (
        <li key={id}>
          <Link to="/students" search={{ q: words, open: id }} className={styles.row ?? ''}>
            <strong>{name}</strong>
            <span className={styles.soft}>
              {[school_name, class_name].filter(Boolean).join(' ')}
            </span>
          </Link>
        </li>
      )}
    </Found>
  );
}

function Carers({ words }: Searched) {
  const { t } = useWords();
  const carers = useCarers({ q: words, organisation: '' });
  const all = (
    <Link to="/carers" search={{ q: words }}>
      {t('searchPage.all')}
    </Link>
  );
  return (
    <Found title={t('carers.title')} all={all} question={carers}>
      {({ id, name, masked_phone, children }) => (
        <li key={id}>
          <Link to="/carers" search={{ q: name }} className={styles.row ?? ''}>
            <strong>{name}</strong>
            <span className={styles.soft}>
              {[masked_phone, ...children.map((child) => child.name)].filter(Boolean).join(' · ')}
            </span>
          </Link>
        </li>
      )}
    </Found>
  );
}

function Staff({ words }: Searched) {
  const { t } = useWords();
  const say = useSay();
  const staff = useStaff({ q: words, organisation: '' });
  const all = (
    <Link to="/staff" search={{ q: words }}>
      {t('searchPage.all')}
    </Link>
  );
  return (
    <Found title={t('staff.title')} all={all} question={staff}>
      {({ id, name, role_name, organisation_name }) => (
        <li key={`${id}${organisation_name}`} className={styles.row}>
          <strong>{name}</strong>
          <span className={styles.soft}>
            {say(role_name)} · {organisation_name}
          </span>
        </li>
      )}
    </Found>
  );
}

function Activities({ words }: Searched) {
  const { t } = useWords();
  const language = useLanguage();
  const activities = useActivities({ q: words });
  const all = (
    <Link to="/activities" search={{ q: words }}>
      {t('searchPage.all')}
    </Link>
  );
  return (
    <Found title={t('activities.title')} all={all} question={activities}>
      {({ activity_id, title, begins_at, host_name }) => (
        <li key={activity_id}>
          <Link
            to="/activities/$activityId"
            params={{ activityId: activity_id }}
            className={styles.row ?? ''}
          >
            <strong>{title}</strong>
            <span className={styles.soft}>
              {formatInstant(begins_at, language)} · {host_name}
            </span>
          </Link>
        </li>
      )}
    </Found>
  );
}
