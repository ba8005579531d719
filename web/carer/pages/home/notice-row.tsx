import { formatInstant } from '../../../shared/format.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import { AddressLink } from '../../links.ts';
import type { HomeNotice } from '../../queries/answers.ts';
import { useMarkRead } from '../../queries/notices.ts';
import { useWords } from '../../words/words.ts';
import list from '../parts/list.module.css';
import { useSay } from '../parts/say.ts';
import { Tag, Tags } from '../parts/tag.tsx';

interface NoticeRowProps {
  readonly notice: HomeNotice;
  readonly isNew?: boolean;
}

/** A sentence, for which child, when it was said, and the way to what it is about; going there is having read it. */
export function NoticeRow({ notice, isNew = false }: NoticeRowProps) {
  const { t } = useWords();
  const say = useSay();
  const language = useLanguage();
  const markRead = useMarkRead();
  const words = (
    <span className={list.words}>
      <span>{say(notice.text)}</span>
      <span className={list.soft}>{formatInstant(notice.made_at, language)}</span>
      {(isNew || notice.child_name) && (
        <Tags>
          {isNew && <Tag tone="mint">{t('home.newNotice')}</Tag>}
          {notice.child_name && <Tag>{notice.child_name}</Tag>}
        </Tags>
      )}
    </span>
  );
  if (!notice.link) return <div className={list.row}>{words}</div>;
  // What staff are asked for is done at the desk.
  if (notice.link.startsWith('/desk/')) {
    return (
      <a href={notice.link} className={list.row} onClick={() => markRead.mutate(notice.id)}>
        {words}
      </a>
    );
  }
  return (
    <AddressLink
      address={notice.link}
      className={list.row ?? ''}
      onClick={() => markRead.mutate(notice.id)}
    >
      {words}
    </AddressLink>
  );
}
