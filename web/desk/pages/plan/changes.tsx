import type { ClausePage } from '../../../shared/api-types.gen.ts';
import { formatDay } from '../../../shared/format.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import { useWords } from '../../words/words.ts';
import { useSay } from '../parts/say.ts';
import styles from './plan.module.css';

/** What the versions of the plan change: what is to come first, the nearest day on top; then what has been. */
export function Changes({ page: { changes, on } }: { readonly page: ClausePage }) {
  const { t } = useWords();
  const coming = changes.filter((turn) => turn.on > on).toReversed();
  const past = changes.filter((turn) => turn.on <= on);
  return (
    <section id="changes" className={styles.chapter}>
      <h2>{t('planPage.changes')}</h2>
      {changes.length === 0 && <p className={styles.soft}>{t('planPage.changesNone')}</p>}
      <Turns title={t('planPage.changesComing')} turns={coming} />
      <Turns title={t('planPage.changesPast')} turns={past} />
    </section>
  );
}

interface TurnsProps {
  readonly title: string;
  readonly turns: ClausePage['changes'];
}

function Turns({ title, turns }: TurnsProps) {
  const say = useSay();
  const language = useLanguage();
  if (turns.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className={styles.turns}>
        {turns.map(({ on, what, id, clause, title: name, words }) => (
          <li key={`${on} ${what} ${id}`}>
            <time dateTime={on}>{formatDay(on, language)}</time>
            <span>
              {clause} {say(name)}
              {language === 'en' ? ': ' : '：'}
              {say(words)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
