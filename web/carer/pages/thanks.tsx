import { Asked } from '../../shared/components/asked.tsx';
import { Button } from '../../shared/components/button.tsx';
import { formatDay } from '../../shared/format.ts';
import { Mark } from '../../shared/mark/mark.tsx';
import { useSignedIn } from '../../shared/queries/me.ts';
import { useLanguage } from '../../shared/words/words.ts';
import { usePageParams } from '../links.ts';
import { useMyThanks } from '../queries/activities.ts';
import type { ThanksCard } from '../queries/answers.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import styles from './thanks/thanks.module.css';

/** The card that thanks me for speaking or helping: to read, to keep, to print. */
export function Page() {
  const { t } = useWords();
  const { activityId } = usePageParams<'/thanks/$activityId'>();
  const card = useMyThanks(activityId);
  return (
    <>
      <PageHead title={t('thanks.title')} back="/my-activities" />
      <Asked question={card} lines={6}>
        {(answer) => (
          <>
            <Card card={answer} />
            <div className={styles.ways}>
              <Button kind="quiet" wide onClick={() => window.print()}>
                {t('thanks.print')}
              </Button>
            </div>
          </>
        )}
      </Asked>
    </>
  );
}

function Card({ card }: { readonly card: ThanksCard }) {
  const { t } = useWords();
  const language = useLanguage();
  const { district } = useSignedIn();
  return (
    <article className={styles.card}>
      <Mark size={48} />
      <h2 className={styles.to}>{t('thanks.to', { name: card.name })}</h2>
      <p>
        {t('thanks.text', {
          day: formatDay(card.begins_at, language),
          title: card.title,
          part: t(`thanks.parts.${card.part}`),
        })}
      </p>
      <p>{t('thanks.heart')}</p>
      <p className={styles.from}>
        {card.host_name}
        <br />
        <span className={styles.soft}>
          {language === 'en' ? district.name_en : district.name_zh}
        </span>
      </p>
    </article>
  );
}
