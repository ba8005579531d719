import { Asked } from '../../shared/components/asked.tsx';
import { Button } from '../../shared/components/button.tsx';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { formatDay } from '../../shared/format.ts';
import { OnwardIcon } from '../../shared/icons.tsx';
import { useLanguage } from '../../shared/words/words.ts';
import { Link } from '../links.ts';
import { type OwnContest, useMyContests } from '../queries/contests.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { RaiseMissing } from './contest/raise-missing.tsx';
import { ContestTags } from './contest/tags.tsx';
import { useDueWords } from './contest/use-due-words.ts';
import list from './parts/list.module.css';
import { useSay } from './parts/say.ts';

/** What I contested, and how each stands. */
export function Page() {
  const { t } = useWords();
  const contests = useMyContests();
  return (
    <>
      <PageHead title={t('contests.title')} back="/me" />
      <Asked question={contests} lines={7}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) {
            return (
              <EmptyState
                title={t('contests.none')}
                text={t('contests.noneText')}
                action={<RaiseMissing />}
              />
            );
          }
          return (
            <>
              <ul className={list.list}>
                {items.map((contest) => (
                  <li key={contest.id}>
                    <Row contest={contest} />
                  </li>
                ))}
              </ul>
              {contests.hasNextPage && (
                <Button kind="quiet" wide onClick={() => void contests.fetchNextPage()}>
                  {t('entries.more')}
                </Button>
              )}
              <RaiseMissing />
            </>
          );
        }}
      </Asked>
    </>
  );
}

function Row({ contest }: { readonly contest: OwnContest }) {
  const { t } = useWords();
  const say = useSay();
  const language = useLanguage();
  const dueWords = useDueWords();
  const { id, title, happened_on: day, host_name: host, made_at: made } = contest;
  const due = dueWords(contest);
  return (
    <Link to="/contests/$contestId" params={{ contestId: id }} className={list.row ?? ''}>
      <span className={list.words}>
        <span className={list.title}>{say(title)}</span>
        <span className={list.soft}>
          {[day && formatDay(day, language), host].filter(Boolean).join(' · ')}
        </span>
        <span className={list.soft}>
          {t('contests.madeOn', { day: formatDay(made, language) })}
        </span>
        {due && <span>{due}</span>}
        <ContestTags contest={contest} />
      </span>
      <OnwardIcon size={1.1} />
    </Link>
  );
}
