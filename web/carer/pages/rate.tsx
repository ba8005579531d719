import { useId, useState } from 'react';
import { Asked } from '../../shared/components/asked.tsx';
import { Button } from '../../shared/components/button.tsx';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { useToast } from '../../shared/components/toast.tsx';
import { formatDay } from '../../shared/format.ts';
import { ProblemLine } from '../../shared/sign-in/problem-line.tsx';
import { useLanguage } from '../../shared/words/words.ts';
import { useGo, usePageParams } from '../links.ts';
import { useActivity } from '../queries/activities.ts';
import type { MyRating } from '../queries/answers.ts';
import { useMyRating, useRate } from '../queries/ratings.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import styles from './rate/rate.module.css';

/** How it was: stars and two lines, for the host, without my name. */
export function Page() {
  const { t } = useWords();
  const { activityId } = usePageParams<'/rate/$activityId'>();
  const activity = useActivity(activityId);
  const rating = useMyRating(activityId);
  return (
    <>
      <PageHead title={t('rate.title')} back="/my-activities" />
      <Asked question={rating} lines={6}>
        {(answer) =>
          answer.is_open ? (
            <Form activityId={activityId} title={activity.data?.title ?? ''} rating={answer} />
          ) : (
            <EmptyState title={t('rate.closed')} text={t('rate.closedText')} />
          )
        }
      </Asked>
    </>
  );
}

interface FormProps {
  readonly activityId: string;
  readonly title: string;
  readonly rating: MyRating;
}

function Form({ activityId, title, rating }: FormProps) {
  const { t } = useWords();
  const say = useToast();
  const go = useGo();
  const language = useLanguage();
  const rate = useRate(activityId);
  const [stars, setStars] = useState(rating.mine?.stars ?? 0);
  const [helped, setHelped] = useState(rating.mine?.helped ?? '');
  const [improve, setImprove] = useState(rating.mine?.improve ?? '');
  const [missing, setMissing] = useState(false);
  const send = () => {
    if (stars === 0) return setMissing(true);
    rate.mutate(
      { stars, helped, improve },
      {
        onSuccess: () => {
          say(t('rate.thanks'));
          void go({ to: '/activities/$activityId', params: { activityId } });
        },
      },
    );
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <h2>{title}</h2>
      <p className={styles.soft}>{t('rate.anonymous')}</p>
      <Stars stars={stars} onChange={setStars} />
      {missing && stars === 0 && <p role="alert">{t('rate.missing')}</p>}
      <Lines label={t('rate.helped')} value={helped} onChange={setHelped} />
      <Lines label={t('rate.improve')} value={improve} onChange={setImprove} />
      <ProblemLine error={rate.error} />
      <Button wide busy={rate.isPending} onClick={send}>
        {t(rating.mine ? 'rate.change' : 'rate.send')}
      </Button>
      <p className={styles.soft}>
        {t('rate.until', { day: formatDay(rating.closes_at, language) })}
      </p>
    </form>
  );
}

interface StarsProps {
  readonly stars: number;
  readonly onChange: (stars: number) => void;
}

const wordsOfStars = ['one', 'two', 'three', 'four', 'five'] as const;

/** Five radio buttons that look like stars; each says its word. */
function Stars({ stars, onChange }: StarsProps) {
  const { t } = useWords();
  const name = useId();
  const said = wordsOfStars[stars - 1];
  return (
    <fieldset className={styles.stars}>
      <legend>{t('rate.stars')}</legend>
      {wordsOfStars.map((word, index) => (
        <label key={word} className={index < stars ? styles.full : styles.empty}>
          <input
            type="radio"
            name={name}
            value={index + 1}
            checked={stars === index + 1}
            aria-label={t(`rate.words.${word}`)}
            onChange={() => onChange(index + 1)}
          />
          <span aria-hidden="true">{index < stars ? '★' : '☆'}</span>
        </label>
      ))}
      {said && <span className={styles.said}>{t(`rate.words.${said}`)}</span>}
    </fieldset>
  );
}

interface LinesProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

function Lines({ label, value, onChange }: LinesProps) {
  const id = useId();
  return (
    <div className={styles.lines}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={3}
        maxLength={500}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
