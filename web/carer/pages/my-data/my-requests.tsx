import { Button } from '../../../shared/components/button.tsx';
import { useSayWhenDone } from '../../../shared/components/toast.tsx';
import { formatDay, formatInstant } from '../../../shared/format.ts';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useLanguage } from '../../../shared/words/words.ts';
import type { MyPrivacyRequest } from '../../queries/answers.ts';
import { useWithdrawRequest } from '../../queries/my-data.ts';
import { useWords } from '../../words/words.ts';
import list from '../parts/list.module.css';
import { Section } from '../parts/section.tsx';
import { Tag, Tags } from '../parts/tag.tsx';

/** What I asked, how it stands, and the answer. */
export function MyRequests({ requests }: { readonly requests: readonly MyPrivacyRequest[] }) {
  const { t } = useWords();
  return (
    <Section title={t('myData.requests')}>
      <ul className={list.list}>
        {requests.map((request) => (
          <li key={request.id}>
            <RequestRow request={request} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

const tones = {
  open: 'amber',
  accepted: 'amber',
  done: 'mint',
  refused: 'brick',
  withdrawn: 'plain',
} as const;

function RequestRow({ request }: { readonly request: MyPrivacyRequest }) {
  const { t } = useWords();
  const language = useLanguage();
  const sayWhenDone = useSayWhenDone();
  const withdraw = useWithdrawRequest();
  const { id, kind, state, wish, reason, answer_until, erase_after } = request;
  return (
    <div className={list.row}>
      <span className={list.words}>
        <span className={list.title}>{t(`myData.kinds.${kind}`)}</span>
        {wish && <span>{wish}</span>}
        {reason && <span>{t('myData.answer', { reason })}</span>}
        <span className={list.soft}>{formatInstant(request.made_at, language)}</span>
        {state === 'open' && (
          <span className={list.soft}>
            {t('myData.until', { day: formatDay(answer_until, language) })}
          </span>
        )}
        {state === 'accepted' && erase_after && (
          <span>{t('myData.eraseAfter', { when: formatInstant(erase_after, language) })}</span>
        )}
        <Tags>
          <Tag tone={tones[state]}>{t(`myData.states.${state}`)}</Tag>
        </Tags>
        <ProblemLine error={withdraw.error} />
      </span>
      {(state === 'open' || state === 'accepted') && (
        <Button
          kind="plain"
          busy={withdraw.isPending}
          onClick={() => sayWhenDone(withdraw.mutateAsync(id), t('myData.withdrawn'))}
        >
          {t('myData.withdraw')}
        </Button>
      )}
    </div>
  );
}
