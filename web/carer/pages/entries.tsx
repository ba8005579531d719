import { Button, buttonLook } from '../../shared/components/button.tsx';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { formatPoints } from '../../shared/format.ts';
import { useSignedIn } from '../../shared/queries/me.ts';
import { useLanguage } from '../../shared/words/words.ts';
import { Link } from '../links.ts';
import type { PointEntries } from '../queries/awaited-carer.ts';
import { useEntries } from '../queries/points.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { Asked } from './parts/asked.tsx';
import { Entry } from './parts/entry.tsx';
import list from './parts/list.module.css';

export function Page() {
  const { t } = useWords();
  const { person } = useSignedIn();
  const entries = useEntries(person.id);
  return (
    <>
      <PageHead title={t('entries.title')} back="/growth" />
      <Asked question={entries} lines={9}>
        {({ pages }) => (
          <>
            <Entries pages={pages} />
            {entries.hasNextPage && (
              <Button
                kind="quiet"
                wide
                busy={entries.isFetchingNextPage}
                onClick={() => void entries.fetchNextPage()}
              >
                {t('entries.more')}
              </Button>
            )}
          </>
        )}
      </Asked>
    </>
  );
}

function Entries({ pages }: { readonly pages: readonly PointEntries[] }) {
  const { t } = useWords();
  const language = useLanguage();
  const items = pages.flatMap((page) => page.items);
  if (items.length === 0) {
    return (
      <EmptyState
        title={t('growth.none')}
        text={t('growth.noneText')}
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
      <p>{t('entries.balance', { points: formatPoints(pages[0]?.balance ?? 0, language) })}</p>
      <ul className={list.list}>
        {items.map((entry) => (
          <li key={entry.sequence}>
            <Entry entry={entry} />
          </li>
        ))}
      </ul>
      <p className={list.soft}>{t('entries.wrong')}</p>
    </>
  );
}
