import { Link } from '../../links.ts';
import type { HomeNotice } from '../../queries/answers.ts';
import { useWords } from '../../words/words.ts';
import list from '../parts/list.module.css';
import { Section } from '../parts/section.tsx';
import { NoticeRow } from './notice-row.tsx';

const NOTICES_SHOWN = 3;

/** What changed without one's doing and was not read yet: an event cancelled, a school's answer. */
export function Notices({ notices }: { readonly notices: readonly HomeNotice[] }) {
  const { t } = useWords();
  if (notices.length === 0) return null;
  return (
    <Section title={t('home.notices')} action={<Link to="/notices">{t('home.allNotices')}</Link>}>
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
