import { useState } from 'react';
import { Asked } from '../../shared/components/asked.tsx';
import { Button, buttonLook } from '../../shared/components/button.tsx';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { formatPoints } from '../../shared/format.ts';
import { useSignedIn } from '../../shared/queries/me.ts';
import { useLanguage } from '../../shared/words/words.ts';
import { Link } from '../links.ts';
import type { PointEntries } from '../queries/answers.ts';
import { useEntries } from '../queries/points.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { RaiseMissing } from './contest/raise-missing.tsx';
import { Entry } from './parts/entry.tsx';
import list from './parts/list.module.css';

export function Page() {
  const { t } = useWords();
  const language = useLanguage();
  const { person } = useSignedIn();
  const entries = useEntries(person.id);
  return (
    <>
      <PageHead title={t('entries.title')} back="/growth" />
      <Asked question={entries} lines={9}>
        {(first) =>
          first.items.length === 0 ? (
            <Nothing />
          ) : (
            <>
              <p>{t('entries.balance', { points: formatPoints(first.balance, language) })}</p>
              <Entries entries={first} />
              <p className={list.soft}>{t('entries.wrong')}</p>
              <RaiseMissing />
              <p>
                <Link to="/contests">{t('contests.title')}</Link>
              </p>
            </>
          )
        }
      </Asked>
    </>
  );
}

function Nothing() {
  const { t } = useWords();
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

/** A page of entries, and the page after it when it is asked for. */
function Entries({ entries }: { readonly entries: PointEntries }) {
  const { t } = useWords();
  const [asked, setAsked] = useState(false);
  return (
    <>
      <ul className={list.list}>
        {entries.items.map((entry) => (
          <li key={entry.sequence}>
            <Entry entry={entry} />
          </li>
        ))}
      </ul>
      {entries.next && !asked && (
        <Button kind="quiet" wide onClick={() => setAsked(true)}>
          {t('entries.more')}
        </Button>
      )}
      {entries.next && asked && <EntriesFrom cursor={entries.next} />}
    </>
  );
}

function EntriesFrom({ cursor }: { readonly cursor: string }) {
  const { person } = useSignedIn();
  const entries = useEntries(person.id, cursor);
  return <Asked question={entries}>{(more) => <Entries entries={more} />}</Asked>;
}
