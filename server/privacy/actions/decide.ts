import { may, readerOf, type Who } from '../../directory/index.ts';
import { tell } from '../../notices/index.ts';
import { BadRequest, type Call, type District, NotFound } from '../../platform/index.ts';
import { DAYS_TO_THINK_AGAIN } from '../limits.ts';
import { RequestDecidedAlready } from '../refusals.ts';
import { answerHeading, answerWords } from '../rules/answer-words.ts';
import { changeRequest, lockRequest } from '../store.ts';

const DAY = 86_400_000;

export interface Answer {
  readonly decision: 'accept' | 'refuse';
  readonly reason: string;
}

/**
 * Answers a request, with words that the person reads. A correction is made in the roster before it is accepted here;
 * an erasure that is accepted waits some days, in which it can be taken back.
 */
export async function answerRequest(
  district: District,
  who: Who,
  id: string,
  { decision, reason: words }: Answer,
  call: Call,
): Promise<void> {
  const reason = words.trim();
  await district.database.write(
    readerOf(who),
    async (transaction) => {
      const request = await lockRequest(transaction, id);
      if (!request || !may(who, 'privacy.decide', { lineage: request.lineage })) throw NotFound();
      if (request.state !== 'open') throw RequestDecidedAlready();
      if (reason === '' && (decision === 'refuse' || request.kind === 'correct'))
        throw unexplained();
      const erase_after =
        decision === 'accept' && request.kind === 'erase'
          ? new Date(call.at.getTime() + DAYS_TO_THINK_AGAIN * DAY)
          : null;
      const state = decision === 'refuse' ? 'refused' : erase_after ? 'accepted' : 'done';
      const done_at = state === 'done' ? call.at : null;
      const decided = { decided_by: who.person, decided_at: call.at };
      await changeRequest(transaction, id, { ...decided, state, reason, erase_after, done_at });
      await tell(transaction, [
        {
          ...{ room: 'privacy', kind: state, subject: id, deed: '', lineage: request.lineage },
          ...{ link: '/my-data', urgency: 'at-once', at: call.at },
          people: [{ person: request.person_id }],
          heading: answerHeading,
          words: answerWords({ kind: request.kind, state, reason, erase_after }),
        },
      ]);
    },
    call,
  );
}

function unexplained() {
  return BadRequest({
    fields: [
      {
        field: 'reason',
        reason: { zh: '请写明，本人会看到', en: 'Say so in words: the person will read it' },
      },
    ],
  });
}
