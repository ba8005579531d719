import { nobody, requireMay, type Who } from '../../../directory/index.ts';
import type { Call, District, WriteTransaction } from '../../../platform/index.ts';
import {
  type Activity,
  getActivity,
  isTaken,
  PASS_KEY,
  readPass,
  recordScansWithin,
  type Scan,
  type ScanOutcome,
} from '../../activities/index.ts';
import { MINUTES_BEFORE_A_REFUSAL_IS_NEWS } from '../limits.ts';
import { inTurns } from '../rules/in-turns.ts';
import { judgeScan } from '../rules/judge-scan.ts';
import { reasonOf } from '../rules/reason-of-refusal.ts';
import { repeatedRefusals } from '../rules/repeated-refusals.ts';
import type { LateScan, ScanUpload, UploadedScans } from '../shapes.ts';
import { type ConflictReason, conflictReasons } from '../states.ts';
import { listConflictsNear } from '../store/conflicts.ts';
import { findScans, insertScans, isDeadlock, isKept, type NewScan } from '../store/scans.ts';

/**
 * Takes what a phone scanned without network, and what was refused to it with one. Each scan is kept, whatever it comes
 * to: it counts, it was said before, or a person decides. Sent again, in whole or in part, it gives the same answer and
 * changes nothing.
 *
 * Cost: one transaction, some ten statements whatever the number; as many again for entry and exit of one person.
 */
export async function uploadScans(
  district: District,
  who: Who,
  upload: ScanUpload & { activity: string },
  call: Call,
): Promise<UploadedScans> {
  const scans = [...new Map(upload.scans.map((scan) => [scan.scan_id, scan])).values()];
  const judged = await judgeAll(district, { ...upload, scans }, call);
  const kept = await keep(district, who, { ...upload, judged }, call);
  return {
    server_time: call.at.toISOString(),
    items: scans.map(({ scan_id }) => {
      const { outcome, reason } = kept.get(scan_id) ?? { outcome: 'conflict', reason: null };
      return { scan_id, outcome, reason, reason_words: reason && conflictReasons[reason] };
    }),
  };
}

interface Judged {
  readonly id: string;
  readonly scan: LateScan;
  readonly carer: string | undefined;
  readonly at: Date;
  readonly reason: ConflictReason | undefined;
}

function judgeAll(
  district: District,
  { scans, activity, sent_at }: ScanUpload & { activity: string },
  call: Call,
): Promise<Judged[]> {
  const key = district.sealing.key(PASS_KEY);
  const clocks = { phoneNow: new Date(sent_at), now: call.at };
  return Promise.all(
    scans.map(async (scan) => {
      const pass = scan.pass === undefined ? undefined : await readPass(key, scan.pass);
      const isByName = scan.pass === undefined && scan.carer_id !== undefined;
      const at = new Date(scan.happened_at);
      const phoneAt = new Date(scan.phone_at);
      const reason = judgeScan({ pass, isByName, activity, phoneAt, happenedAt: at }, clocks);
      return { id: scan.scan_id, scan, carer: isByName ? scan.carer_id : pass?.carer, at, reason };
    }),
  );
}

interface Keeping {
  readonly activity: string;
  readonly device_id: string;
  readonly judged: readonly Judged[];
}

type Kept = Pick<NewScan, 'outcome'> & { readonly reason: ConflictReason | null };

async function keep(
  district: District,
  who: Who,
  asked: Keeping,
  call: Call,
): Promise<Map<string, Kept>> {
  const kept = district.database.write(nobody, async (transaction) => {
    const activity = await getActivity(transaction, asked.activity);
    requireMay(who, 'activities.check-in', { lineage: activity.host_lineage });
    const known = await findScans(
      transaction,
      asked.judged.map(({ id }) => id),
    );
    const fresh = asked.judged.filter(({ id }) => !known.has(id));
    const outcomes = await record(transaction, district, who, { activity, fresh });
    const found = fresh.map((one) =>
      rowOf(one, outcomes.get(one.id), { asked, activity, who, call }),
    );
    const rows = await withoutRepeats(transaction, activity.id, found);
    await insertScans(transaction, rows);
    const answers = new Map<string, Kept>(known);
    for (const { id, outcome, reason } of rows)
      answers.set(id, { outcome, reason: reason ?? null });
    return answers;
  });
  return kept.catch((error) => {
    // Another upload or another door was quicker: nothing of ours is written, and we look again.
    if (isTaken(error) || isKept(error) || isDeadlock(error))
      return keep(district, who, asked, call);
    throw error;
  });
}

/** What became of each scan that nothing spoke against. */
async function record(
  transaction: WriteTransaction,
  district: District,
  who: Who,
  { activity, fresh }: { activity: Activity; fresh: readonly Judged[] },
): Promise<Map<string, ScanOutcome>> {
  const scans = fresh.flatMap(({ id, scan, carer, at, reason }): (Scan & { scanId: string })[] =>
    carer === undefined || reason
      ? []
      : [
          {
            who,
            activity: activity.id,
            carer,
            method: 'offline',
            at,
            direction: scan.direction,
            scanId: id,
          },
        ],
  );
  const outcomes = new Map<string, ScanOutcome>();
  for (const turn of inTurns(scans)) {
    const found = await recordScansWithin(transaction, district, turn);
    turn.forEach(({ scanId }, index) => {
      outcomes.set(scanId, found[index] ?? 'no-place');
    });
  }
  return outcomes;
}

/** A refusal that another scan has brought already is no second conflict: it was said before. */
async function withoutRepeats(
  transaction: WriteTransaction,
  activity: string,
  rows: readonly NewScan[],
): Promise<readonly NewScan[]> {
  const refused = rows.flatMap(({ reason, ...row }) => (reason ? [{ ...row, reason }] : []));
  if (refused.length === 0) return rows;
  const instants = refused.map(({ happened_at }) => happened_at.getTime());
  const near = MINUTES_BEFORE_A_REFUSAL_IS_NEWS * 60_000;
  const known = await listConflictsNear(transaction, activity, {
    from: new Date(Math.min(...instants) - near),
    until: new Date(Math.max(...instants) + near),
  });
  const repeated = repeatedRefusals(refused, known);
  return rows.map((row) =>
    repeated.has(row.id) ? { ...row, outcome: 'already', reason: undefined } : row,
  );
}

interface Around {
  readonly asked: Keeping;
  readonly activity: Activity;
  readonly who: Who;
  readonly call: Call;
}

function rowOf(
  { id, scan, carer, at, reason: judged }: Judged,
  outcome: ScanOutcome | undefined,
  { asked, activity, who, call }: Around,
): NewScan {
  const reason = judged ?? (outcome ? reasonOf(outcome, activity.state) : 'forged');
  const attendance =
    reason || typeof outcome !== 'object' || !('repeated' in outcome) ? undefined : outcome;
  return {
    id,
    activity_id: activity.id,
    device_id: asked.device_id,
    carer_id: carer ?? null,
    direction: scan.direction ?? null,
    phone_at: new Date(scan.phone_at),
    happened_at: at,
    received_at: call.at,
    sent_by: who.person,
    outcome: reason ? 'conflict' : attendance?.repeated ? 'already' : 'counted',
    attendance_id: attendance?.attendance_id ?? null,
    reason,
  };
}
