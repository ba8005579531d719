import type { ReactNode } from 'react';
import { BackIcon } from '../../shared/icons.tsx';
import { useTypeSize } from '../../shared/use-type-size.ts';
import { useSharedWords } from '../../shared/words/words.ts';
import { Link } from '../links.ts';
import type { pages } from '../pages.ts';
import styles from './page-head.module.css';

type Path = keyof typeof pages;
type PlainPath<Any = Path> = Any extends `${string}$${string}` ? never : Any;

interface PageHeadProps {
  readonly title: string;
  /** Where this page hangs; a tab's own page has none. */
  readonly back?: PlainPath;
  /** At the right of the title. */
  readonly action?: ReactNode;
}

/** The title of a page of the phone. In large type the way home stands above it instead of the arrow. */
export function PageHead({ title, back, action }: PageHeadProps) {
  const { t } = useSharedWords();
  const large = useTypeSize() === 'large';
  return (
    <header className={styles.head}>
      {back && !large && (
        <Link to={back} className={styles.back ?? ''} aria-label={t('do.back')}>
          <BackIcon />
        </Link>
      )}
      <h1 className={styles.title}>{title}</h1>
      {action && <div className={styles.action}>{action}</div>}
    </header>
  );
}
