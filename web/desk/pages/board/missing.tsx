import type { BoardRow } from '../../../shared/api-types.gen.ts';
import { Link } from '../../links.ts';
import { useWords } from '../../words/words.ts';
import { useSay } from '../parts/say.ts';
import { Tag } from '../parts/tag.tsx';
import styles from './board.module.css';

const ACTIVITY = '/activities/$activityId';

const pageOf = {
  change: ACTIVITY,
  publish: ACTIVITY,
  registrations: ACTIVITY,
  'other-times': ACTIVITY,
  helpers: ACTIVITY,
  confirm: '/activities/$activityId/confirm',
  report: '/activities/$activityId/report',
} as const;

/** What an event still lacks, each line the way to where it is mended. */
export function Missing({ event }: { readonly event: BoardRow }) {
  const { t } = useWords();
  const say = useSay();
  if (event.missing.length === 0) return <Whole event={event} />;
  return (
    <ul className={styles.missing}>
      {event.missing.map(({ code, is_urgent, text, mend }) => (
        <li key={code}>
          <Link
            to={pageOf[mend]}
            params={{ activityId: event.activity_id }}
            {...(mend === 'change' && { search: { change: 'yes' } })}
          >
            {say(text)}
          </Link>{' '}
          {is_urgent && <Tag tone="brick">{t('board.urgent')}</Tag>}
        </li>
      ))}
    </ul>
  );
}

function Whole({ event: { state, begins_at } }: { readonly event: BoardRow }) {
  const { t } = useWords();
  const runs = state === 'published' && Date.parse(begins_at) <= Date.now();
  return <Tag tone="mint">{t(runs ? 'board.running' : 'board.complete')}</Tag>;
}
