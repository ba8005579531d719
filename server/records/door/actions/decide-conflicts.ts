import { requireMay, theProgram, type Who } from '../../../directory/index.ts';
import { type Call, type District, NotFound, Refusal } from '../../../platform/index.ts';
import { admitLate, getActivity, isTaken } from '../../activities/index.ts';
import { DecidedAlready, NotToBeAdmitted } from '../refusals.ts';
import type { Decided, Decisions } from '../shapes.ts';
import { type ConflictState, conflictStateTable, mayAdmit } from '../states.ts';
import { closeConflict, takeConflict } from '../store/conflicts.ts';

/** The host's staff decide some conflicts alike. Each stands for itself: what cannot be decided says why. */
export async function decideConflicts(
  district: District,
  who: Who,
  asked: Decisions & { activity: string },
  call: Call,
): Promise<Decided> {
  const items: Decided['items'] = [];
  for (const scan_id of asked.scan_ids) {
    try {
      const state = await decideOne(district, who, { ...asked, scan_id }, call);
      items.push({ scan_id, state, problem: null, remedy: null });
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind.status < 409) throw error;
      const { title: problem, remedy } = error.kind;
      items.push({ scan_id, state: 'open', problem, remedy });
    }
  }
  return { items };
}

/** As the program: staff of a community may not see the children whom a place is given to, and are told nothing. */
function decideOne(
  district: District,
  who: Who,
  asked: Omit<Decisions, 'scan_ids'> & { activity: string; scan_id: string },
  call: Call,
): Promise<ConflictState> {
  const decided = district.database.write(theProgram, async (transaction) => {
    const activity = await getActivity(transaction, asked.activity);
    requireMay(who, 'activities.correct', { lineage: activity.host_lineage });
    const conflict = await takeConflict(transaction, asked.scan_id);
    if (conflict?.activity_id !== activity.id) throw NotFound();
    const state = conflictStateTable[conflict.state][asked.decision];
    if (!state) throw DecidedAlready();
    const note = asked.note.trim();
    if (asked.decision === 'admit') {
      if (!mayAdmit(conflict.reason) || !conflict.carer_id) throw NotToBeAdmitted();
      const witness = {
        activity: activity.id,
        carer: conflict.carer_id,
        at: conflict.happened_at,
        direction: conflict.direction ?? undefined,
        method: 'offline',
        scanId: conflict.scan_id,
        reason: note,
      } as const;
      await admitLate(transaction, district, who, witness, call);
    }
    const by = { decided_by: who.person, decided_at: call.at, note };
    await closeConflict(transaction, conflict.scan_id, { state, ...by });
    return state;
  });
  return decided.catch((error) => {
    // They have just checked in at another door: nothing of ours is written, and we look again.
    if (isTaken(error)) return decideOne(district, who, asked, call);
    throw error;
  });
}
