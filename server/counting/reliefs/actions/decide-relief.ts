import { lineagesOfStudents, readerOf, requireMay, type Who } from '../../../directory/index.ts';
import { tell } from '../../../notices/index.ts';
import { type Call, ChangedMeanwhile, type District, NotFound } from '../../../platform/index.ts';
import { AlreadyDecided, ReliefReasonMissing, SecondPersonDecides } from '../refusals.ts';
import { reliefHeading, reliefWords } from '../rules/notice-words.ts';
import type { DecideRelief } from '../shapes.ts';
import { takeRelief, writeDecision } from '../store.ts';

interface Decided extends DecideRelief {
  readonly id: string;
  /** The version that the person saw. */
  readonly version: number;
}

const becomes = { approve: 'approved', decline: 'declined', end: 'ended' } as const;

/** A second person looks: approves or declines what waits, ends what was approved. The carer is told. */
export async function decideRelief(
  { database }: District,
  who: Who,
  { id, version, decision, reason: said = '' }: Decided,
  call: Call,
): Promise<void> {
  const reason = said.trim() || null;
  await database.write(
    readerOf(who),
    async (transaction) => {
      const row = await takeRelief(transaction, id);
      if (!row) throw NotFound();
      const { carer_id: person, student_id: student } = row;
      const lineages = await lineagesOfStudents(transaction, [student]);
      requireMay(who, 'reliefs.decide', { lineage: lineages.get(student) });
      if (row.version !== version) throw ChangedMeanwhile();
      if (row.state !== (decision === 'end' ? 'approved' : 'waiting')) throw AlreadyDecided();
      if (row.asked_by === who.person || person === who.person) throw SecondPersonDecides();
      if (decision !== 'approve' && reason === null) throw ReliefReasonMissing();
      const state = becomes[decision];
      const decided = { decided_by: who.person, decided_at: call.at, decision_reason: reason };
      await writeDecision(transaction, id, { ...decided, state });
      await tell(transaction, [
        {
          ...{ room: 'reliefs', kind: state, subject: id, deed: String(version), at: call.at },
          // To the carer alone, and about no child: what it is stays between the two.
          people: [{ person }],
          ...{ link: '/growth', heading: reliefHeading[state], words: reliefWords[state] },
          urgency: 'daily',
        },
      ]);
    },
    call,
  );
}
