import { buttonLook } from '../../../shared/components/button.tsx';
import { Card } from '../../../shared/components/card.tsx';
import { AddressLink } from '../../links.ts';
import type { HomeNotice } from '../../queries/answers.ts';
import { useWords } from '../../words/words.ts';
import { useSay } from '../parts/say.ts';
import styles from './now-card.module.css';

/** What waits for an answer, such as a place that is kept for a time, stands above all else. */
export function Offers({ notices }: { readonly notices: readonly HomeNotice[] }) {
  const { t } = useWords();
  const say = useSay();
  return notices
    .filter(({ asks }) => asks)
    .map(({ id, heading, text, link }) => (
      <Card key={id} title={say(heading)} tone="amber">
        <p>{say(text)}</p>
        <p className={styles.actions}>
          <AddressLink address={link ?? '/notices'} className={buttonLook({ wide: true })}>
            {t('home.answer')}
          </AddressLink>
        </p>
      </Card>
    ));
}
