import { Button } from 'antd';
import { buttonLook } from '../../../shared/components/button.tsx';
import { Link } from '../../links.ts';
import { PageHead } from '../../shell/page-head.tsx';
import { useWords } from '../../words/words.ts';
import styles from './print.module.css';

interface PrintHeadProps {
  readonly activityId: string;
  readonly title: string;
  readonly lead: string;
}

/** Above what is printed, and not printed itself. */
export function PrintHead({ activityId, title, lead }: PrintHeadProps) {
  const { t } = useWords();
  return (
    <div className={styles.head}>
      <PageHead
        title={title}
        lead={lead}
        actions={
          <>
            <Link
              to="/activities/$activityId"
              params={{ activityId }}
              className={buttonLook({ kind: 'plain' })}
            >
              {t('print.back')}
            </Link>
            <Button type="primary" onClick={() => window.print()}>
              {t('print.now')}
            </Button>
          </>
        }
      />
    </div>
  );
}
