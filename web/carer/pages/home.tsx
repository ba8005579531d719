import type { QueryClient } from '@tanstack/react-query';
import { Asked } from '../../shared/components/asked.tsx';
import { useSignedIn } from '../../shared/queries/me.ts';
import { useTypeSize } from '../../shared/use-type-size.ts';
import { useChild } from '../child.ts';
import { Link } from '../links.ts';
import type { CarerHome } from '../queries/answers.ts';
import { home as homeOfMine, useHome } from '../queries/home.ts';
import { ChildSwitcher } from '../shell/child-switcher.tsx';
import { FourDoors } from '../shell/four-doors.tsx';
import { Greeting } from '../shell/greeting.tsx';
import { useWords } from '../words/words.ts';
import { Notices } from './home/notices.tsx';
import { NowCard } from './home/now-card.tsx';
import { Offers } from './home/offers.tsx';
import { EventList } from './parts/event-list.tsx';
import { GrowthRing } from './parts/growth-ring.tsx';
import { Paper } from './parts/paper.tsx';
import { Section } from './parts/section.tsx';

/** How many coming events the home shows; the rest is one press away. */
const EVENTS_SHOWN = 3;

export const opensWith = (client: QueryClient) => client.prefetchQuery(homeOfMine);

export function Page() {
  const large = useTypeSize() === 'large';
  return large ? <LargeHome /> : <NormalHome />;
}

function LargeHome() {
  const { t } = useWords();
  const notices = useHome().data?.notices ?? [];
  return (
    <>
      <h1 className="spoken">{t('home.title')}</h1>
      <Offers notices={notices} />
      <FourDoors />
      <Notices notices={notices.filter(({ asks }) => !asks)} />
    </>
  );
}

function NormalHome() {
  const { person, children } = useSignedIn();
  const home = useHome();
  return (
    <>
      <Greeting name={person.name} />
      {children.length > 0 && <ChildSwitcher />}
      <Asked question={home} lines={9}>
        {(answer) => (
          <>
            <Offers notices={answer.notices} />
            <NowCard home={answer} />
            <Growth home={answer} />
            <Coming home={answer} />
            <Notices notices={answer.notices.filter(({ asks }) => !asks)} />
          </>
        )}
      </Asked>
    </>
  );
}

function Growth({ home }: { readonly home: CarerHome }) {
  const { t } = useWords();
  const chosen = useChild();
  const child = home.children.find(({ student_id }) => student_id === chosen?.id);
  if (!child) return null;
  return (
    <Section title={t('home.growth')}>
      <Paper>
        <GrowthRing {...child} />
      </Paper>
    </Section>
  );
}

function Coming({ home }: { readonly home: CarerHome }) {
  const { t } = useWords();
  if (home.coming.length === 0) return null;
  return (
    <Section title={t('home.coming')} action={<Link to="/activities">{t('home.all')}</Link>}>
      <EventList events={home.coming.slice(0, EVENTS_SHOWN)} />
    </Section>
  );
}
