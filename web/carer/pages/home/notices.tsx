import { formatInstant } from '../../../shared/format.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import { Link } from '../../links.ts';
import type { HomeNotice } from '../../queries/answers.ts';
import { useWords } from '../../words/words.ts';
import list from '../parts/list.module.css';
import { useSay } from '../parts/say.ts';
import { Section } from '../parts/section.tsx';

const NOTICES_SHOWN = 3;

/** What changed without one's doing: a place that came free, an event cancelled, a school's answer. */
export function Notices({ notices }: { readonly notices: readonly HomeNotice[] }) {
  const { t } = useWords();
  if (notices.length === 0) return null;
  return (
    <Section title={t('home.notices')}>
      <ul className={list.list}>
        {notices.slice(0, NOTICES_SHOWN).map((notice) => (
          <li key={notice.id}>
            <NoticeRow notice={notice} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function NoticeRow({ notice }: { readonly notice: HomeNotice }) {
  const say = useSay();
  const language = useLanguage();
  const words = (
    <span className={list.words}>
      <span>{say(notice.text)}</span>
      <span className={list.soft}>{formatInstant(notice.made_at, language)}</span>
    </span>
  );
  if (notice.about === 'link') {
    return (
      <Link to="/family" className={list.row ?? ''}>
        {words}
      </Link>
    );
  }
  if (!notice.activity_id) return <div className={list.row}>{words}</div>;
  return (
    <Link
      to="/activities/$activityId"
      params={{ activityId: notice.activity_id }}
      className={list.row ?? ''}
    >
      {words}
    </Link>
  );
}
