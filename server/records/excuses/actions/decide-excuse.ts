import { readerOf, requireMay, type Who } from '../../../directory/index.ts';
import { reverseFacts, stateFacts } from '../../../facts/index.ts';
import type { Plan } from '../../../plan/index.ts';
import {
  type Call,
  ChangedMeanwhile,
  type District,
  NotFound,
  type WriteTransaction,
} from '../../../platform/index.ts';
import type { ExcusesOptions } from '../door-options.ts';
import { NoSuchTask, NotInThisState, ReasonMissing, SecondPersonDecides } from '../refusals.ts';
import { requireOpen } from '../rules/require-open.ts';
import type { DecideExcuse } from '../shapes.ts';
import { type ExcuseState, excuseStateTable } from '../states.ts';
import { takeExcuse, updateExcuse } from '../store.ts';
import type { Excuse } from '../tables.ts';
import { askNoMore, tellAsker } from '../tell.ts';
import { aboveOf, isOwnCase, mayDecideAbout } from '../who-sees.ts';

interface Decided extends DecideExcuse {
  readonly id: string;
  /** The version that the person saw. */
  readonly version: number;
}

/** Somebody above approves or declines; or takes back what was approved. What is approved is a fact at once. */
export async function decideExcuse(
  { plan, database }: District,
  who: Who,
  { id, version, decision, reason: said = '' }: Decided,
  { options, call }: { options: ExcusesOptions; call: Call },
): Promise<void> {
  const reason = said.trim() || null;
  await database.write(
    readerOf(who),
    async (transaction) => {
      const excuse = await takeExcuse(transaction, id);
      if (!excuse) throw NotFound();
      requireMay(who, 'excuses.decide', { lineage: aboveOf(excuse.place_lineage) });
      if (!mayDecideAbout(who, excuse)) throw NotFound();
      if (excuse.version !== version) throw ChangedMeanwhile();
      const state = excuseStateTable[excuse.state].next[decision];
      if (!state) throw NotInThisState();
      if (isOwnCase(who, excuse)) throw SecondPersonDecides();
      if (decision !== 'approve' && reason === null) throw ReasonMissing();
      await decide(transaction, plan, excuse, { state, by: who.person, reason, options, call });
    },
    call,
  );
}

interface Deciding {
  readonly state: ExcuseState;
  readonly by: string;
  readonly reason: string | null;
  readonly options: ExcusesOptions;
  readonly call: Call;
}

async function decide(
  transaction: WriteTransaction,
  plan: Plan,
  excuse: Excuse,
  { state, by, reason, options, call: { at } }: Deciding,
): Promise<void> {
  if (state === 'revoked') {
    const revoked = { revoked_by: by, revoked_at: at, revoked_reason: reason };
    await updateExcuse(transaction, excuse, { state, ...revoked });
    const why = { actor: by, reason: reason ?? '', at };
    await reverseFacts(transaction, [sourceOf(excuse)], why);
  } else {
    if (state === 'approved') await stateExcused(transaction, plan, excuse, { by, options, at });
    const decided = { decided_by: by, decided_at: at, decision_reason: reason };
    await updateExcuse(transaction, excuse, { state, ...decided });
    await askNoMore(transaction, excuse.id, at);
  }
  const kind = state === 'approved' || state === 'revoked' ? state : 'declined';
  await tellAsker(transaction, plan, excuse, { kind, at });
}

const sourceOf = ({ id }: Excuse) => `excuse:${id}`;

/** Of what is still open: it may have been done while the request waited. */
async function stateExcused(
  transaction: WriteTransaction,
  plan: Plan,
  excuse: Excuse,
  { by, options, at }: { by: string; options: ExcusesOptions; at: Date },
): Promise<void> {
  const { duty, period, holder_id: holder, place_id } = excuse;
  const task = await options.taskOf(transaction, plan, { duty, period, holder });
  if (!task) throw NoSuchTask();
  requireOpen(task);
  await stateFacts(transaction, [
    {
      ...{ kind: 'duty.excused', at, organisation: place_id, subject: holder, actor: by },
      ...{ quantity: 1, source: sourceOf(excuse) },
      attributes: { duty, period, excuse: excuse.id },
    },
  ]);
}
