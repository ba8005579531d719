import type { QueryClient } from '@tanstack/react-query';
import { Asked } from '../../shared/components/asked.tsx';
import { buttonLook } from '../../shared/components/button.tsx';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { formatPoints } from '../../shared/format.ts';
import { useSignedIn } from '../../shared/queries/me.ts';
import { useLanguage } from '../../shared/words/words.ts';
import { useChild } from '../child.ts';
import { Link } from '../links.ts';
import type { CarerPoints } from '../queries/answers.ts';
import { useMyCertificates } from '../queries/certificates.ts';
import { myPoints, useMyPoints } from '../queries/points.ts';
import { ChildSwitcher } from '../shell/child-switcher.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { RaiseMissing } from './contest/raise-missing.tsx';
import { Entry } from './parts/entry.tsx';
import { EventList } from './parts/event-list.tsx';
import { GrowthRing } from './parts/growth-ring.tsx';
import list from './parts/list.module.css';
import { MyReliefs } from './parts/my-reliefs.tsx';
import { Paper } from './parts/paper.tsx';
import { Section } from './parts/section.tsx';
import { WhyAsked } from './parts/why-asked.tsx';

type ChildPoints = CarerPoints['children'][number];

const COMING_SHOWN = 3;

export const opensWith = (client: QueryClient) => client.prefetchQuery(myPoints);

export function Page() {
  const { t } = useWords();
  const points = useMyPoints();
  const { children } = useSignedIn();
  return (
    <>
      <PageHead
        title={t('growth.title')}
        action={<Link to="/certificates">{t('certificates.title')}</Link>}
      />
      {children.length > 0 && <ChildSwitcher />}
      <Asked question={points} lines={9}>
        {(answer) => <Points points={answer} />}
      </Asked>
    </>
  );
}

function Points({ points }: { readonly points: CarerPoints }) {
  const chosen = useChild();
  const child = points.children.find(({ student_id }) => student_id === chosen?.id);
  if (!child) return <NoChild />;
  return (
    <>
      <ChildRing child={child} />
      <WhyAsked child={child} />
      <MyReliefs reliefs={points.reliefs} />
      <WhoEarned child={child} />
      <LatestEntries entries={points.latest} />
      {child.missing > 0 && <Toward points={points} />}
    </>
  );
}

function NoChild() {
  const { t } = useWords();
  return (
    <EmptyState
      title={t('growth.noChild')}
      text={t('growth.noChildText')}
      action={
        <Link to="/family/link" className={buttonLook()}>
          {t('growth.link')}
        </Link>
      }
    />
  );
}

function ChildRing({ child }: { readonly child: ChildPoints }) {
  const certificates = useMyCertificates().data?.items ?? [];
  const certificate = certificates.find(({ student_id }) => student_id === child.student_id);
  return (
    <Paper>
      <GrowthRing {...child} certificate={certificate} />
    </Paper>
  );
}

/** What of the carers' points is held against what is asked. */
const totalWords = {
  sum: 'growth.total',
  best: 'asked.countedBest',
  both: 'asked.countedBoth',
} as const;

function WhoEarned({ child }: { readonly child: ChildPoints }) {
  const { t } = useWords();
  const language = useLanguage();
  return (
    <Section title={t('growth.who')}>
      <ul className={list.list}>
        {child.carers.map(({ carer_id, name, balance, is_me }) => (
          <li key={carer_id} className={list.row}>
            <span className={list.words}>{is_me ? `${name}（${t('growth.me')}）` : name}</span>
            <span className={list.number}>{formatPoints(balance, language)}</span>
          </li>
        ))}
        <li className={list.row}>
          <strong className={list.words}>{t(totalWords[child.counted])}</strong>
          <span className={list.number}>{formatPoints(child.total, language)}</span>
        </li>
      </ul>
    </Section>
  );
}

function LatestEntries({ entries }: { readonly entries: CarerPoints['latest'] }) {
  const { t } = useWords();
  return (
    <Section
      title={t('growth.mine')}
      action={<Link to="/growth/entries">{t('growth.mineAll')}</Link>}
    >
      {entries.length === 0 ? (
        <EmptyState title={t('growth.none')} text={t('growth.noneText')} />
      ) : (
        <ul className={list.list}>
          {entries.map((entry) => (
            <li key={entry.sequence}>
              <Entry entry={entry} />
            </li>
          ))}
        </ul>
      )}
      <RaiseMissing />
      <p>
        <Link to="/growth/total">{t('explain.total')}</Link> ·{' '}
        <Link to="/contests">{t('contests.title')}</Link>
      </p>
    </Section>
  );
}

function Toward({ points }: { readonly points: CarerPoints }) {
  const { t } = useWords();
  const giving = points.coming.filter(({ worth }) => worth > 0).slice(0, COMING_SHOWN);
  if (giving.length === 0) return null;
  return (
    <Section
      title={t('growth.toward')}
      action={<Link to="/activities">{t('growth.towardMore')}</Link>}
    >
      <EventList events={giving} />
    </Section>
  );
}
