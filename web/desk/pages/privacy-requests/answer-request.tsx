import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useSayWhenDone } from '../../../shared/components/toast.tsx';
import { formatDay } from '../../../shared/format.ts';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useLanguage } from '../../../shared/words/words.ts';
import { useAnswerRequest } from '../../queries/privacy-requests.ts';
import type { PrivacyRequest } from '../../queries/shapes.ts';
import { useWords } from '../../words/words.ts';
import { Terms } from '../parts/terms.tsx';
import styles from './answer-request.module.css';

interface AnswerRequestProps {
  readonly request: PrivacyRequest;
  readonly onDone: () => void;
}

/** What is asked, what accepting it does, and the two answers; the person reads the words. */
export function AnswerRequest({ request, onDone }: AnswerRequestProps) {
  const { t } = useWords();
  const language = useLanguage();
  const sayWhenDone = useSayWhenDone();
  const id = useId();
  const [reason, setReason] = useState('');
  const answer = useAnswerRequest(request.id);
  const { kind, wish, answer_until, person } = request;
  const isUnsaid = reason.trim() === '';
  const send = (decision: 'accept' | 'refuse') =>
    sayWhenDone(
      answer.mutateAsync({ decision, reason: reason.trim() }, { onSuccess: onDone }),
      t(`privacyRequests.answered.${decision === 'refuse' ? 'refuse' : kind}`),
    );
  return (
    <div className={styles.stack}>
      <Terms
        rows={[
          { term: t('privacyRequests.person'), value: person.name },
          { term: t('privacyRequests.wish'), value: wish },
          { term: t('privacyRequests.until'), value: formatDay(answer_until, language) },
        ]}
      />
      <p>{t(`privacyRequests.does.${kind}`)}</p>
      <label htmlFor={id}>{t('privacyRequests.reason')}</label>
      <Input.TextArea
        id={id}
        value={reason}
        maxLength={300}
        autoSize={{ minRows: 3 }}
        placeholder={t(`privacyRequests.reasonExample.${kind}`)}
        onChange={(event) => setReason(event.target.value)}
      />
      <ProblemLine error={answer.error} />
      <div className={styles.buttons}>
        <Button
          danger
          disabled={isUnsaid}
          loading={answer.isPending}
          onClick={() => send('refuse')}
        >
          {t('privacyRequests.refuse')}
        </Button>
        <Button
          type="primary"
          disabled={kind === 'correct' && isUnsaid}
          loading={answer.isPending}
          onClick={() => send('accept')}
        >
          {t(`privacyRequests.accept.${kind}`)}
        </Button>
      </div>
    </div>
  );
}
