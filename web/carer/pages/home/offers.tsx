import { buttonLook } from '../../../shared/components/button.tsx';
import { Card } from '../../../shared/components/card.tsx';
import { Link } from '../../links.ts';
import type { HomeNotice } from '../../queries/answers.ts';
import { useWords } from '../../words/words.ts';
import { useSay } from '../parts/say.ts';
import styles from './now-card.module.css';

/** Places that are kept for a time: the answer cannot wait, so they stand above all else. */
export function Offers({ notices }: { readonly notices: readonly HomeNotice[] }) {
  const { t } = useWords();
  const say = useSay();
  return notices
    .filter(({ about }) => about === 'offer')
    .map(({ id, text, activity_id }) => (
      <Card key={id} title={t('home.offer')} tone="amber">
        <p>{say(text)}</p>
        <p className={styles.actions}>
          <Link
            to="/activities/$activityId"
            params={{ activityId: activity_id ?? '' }}
            className={buttonLook({ wide: true })}
          >
            {t('home.answerOffer')}
          </Link>
        </p>
      </Card>
    ));
}
