import { requireMay, theProgram, type Who } from '../../../directory/index.ts';
import { reverseFacts } from '../../../facts/index.ts';
import {
  type Call,
  ChangedMeanwhile,
  type District,
  NotFound,
  type WriteTransaction,
} from '../../../platform/index.ts';
import { getActivity, putRight } from '../../activities/index.ts';
import { confirmersOfContest, correctionOf, familyOf, stageOf } from '../contests.ts';
import type { ContestsOptions } from '../door-options.ts';
import { followAppeal } from '../follow-appeal.ts';
import {
  CertificateUnchanged,
  CorrectionMissing,
  NotInThisState,
  OwnCase,
  SecondPerson,
} from '../refusals.ts';
import { mayNotDecide } from '../rules/second-person.ts';
import type { DecideContest } from '../shapes.ts';
import type { Level } from '../states.ts';
import { insertDecision, listDecisions } from '../store/beside.ts';
import { takeContest, updateContest } from '../store/contests.ts';
import type { Contest } from '../tables.ts';
import { askNoMore, tellCarer } from '../tell.ts';

interface Deciding {
  readonly who: Who;
  readonly call: Call;
  readonly options: ContestsOptions;
}

/**
 * The host, or the district, decides with a reason that the family reads. Where the family is right the record is put
 * right in the same step, and the decision names what changed. Reads as the program: who may is asked here.
 */
export async function decideContest(
  district: District,
  who: Who,
  asked: DecideContest & { contest: string; version: number },
  { options, call }: Omit<Deciding, 'who'>,
): Promise<void> {
  await district.database.write(theProgram, async (transaction) => {
    const contest = await takeContest(transaction, asked.contest);
    if (!contest) throw NotFound();
    requireMay(who, 'contests.decide', { lineage: contest.host_lineage });
    if (contest.version !== asked.version) throw ChangedMeanwhile();
    const stage = stageOf(contest);
    if (!stage) throw NotInThisState();
    requireMay(who, 'contests.decide', { lineage: stage.lineage });
    const by = { who, call, options };
    await requireSomebodyElse(transaction, district, contest, stage.level, by);
    const corrected =
      asked.outcome === 'upheld'
        ? await correct(transaction, district, contest, asked, by)
        : nothingCorrected;
    await insertDecision(transaction, {
      ...{ contest_id: contest.id, level: stage.level, outcome: asked.outcome },
      ...{ reason: asked.reason.trim(), decided_by: who.person, decided_at: call.at },
      ...corrected,
    });
    await moveOn(transaction, district, contest, stage.level, call.at);
    await followAppeal(transaction, contest, options);
  });
}

async function requireSomebodyElse(
  transaction: WriteTransaction,
  { plan }: District,
  contest: Contest,
  level: Level,
  { who, options }: Deciding,
): Promise<void> {
  const before = await listDecisions(transaction, [contest.id]);
  const why = mayNotDecide(who.person, level, {
    carer: contest.carer_id,
    family: await familyOf(transaction, contest.carer_id),
    confirmers: await confirmersOfContest(transaction, plan, contest, options),
    decidedBefore: before.map(({ decided_by }) => decided_by),
  });
  if (why === 'own-case') throw OwnCase();
  if (why === 'second-person') throw SecondPerson();
}

const nothingCorrected = { minutes_before: null, minutes_after: null, result: null };

/** What the contest asks for, by the ways that there are; refuses what would leave the record as it stood. */
async function correct(
  transaction: WriteTransaction,
  district: District,
  contest: Contest,
  { activity_id, minutes, reason }: DecideContest,
  { who, call, options }: Deciding,
) {
  const { kind, source } = await correctionOf(transaction, contest);
  if (kind === 'certificate') {
    const id = contest.certificate_id ?? '';
    const certificate = await options.certificateOf(transaction, district.plan, id);
    if (!certificate?.holds) throw CertificateUnchanged();
    return { ...nothingCorrected, result: certificate.state };
  }
  if (kind === 'take-back' && source !== undefined) {
    const by = { actor: who.person, reason: reason.trim(), at: call.at };
    await reverseFacts(transaction, [source], by);
    return { ...nothingCorrected, result: source };
  }
  const activity = contest.activity_id ?? activity_id;
  if (activity === undefined || minutes === undefined) throw CorrectionMissing();
  const { host_lineage: lineage } = await getActivity(transaction, activity);
  // Whoever answers for a school does not write into the events of another.
  requireMay(who, 'contests.decide', { lineage });
  const found = { activity, carer: contest.carer_id, minutes, reason: reason.trim() };
  const right = await putRight(transaction, district, who, found, call);
  return {
    ...{ minutes_before: right.minutesBefore, minutes_after: right.minutesAfter },
    result: right.source,
  };
}

const DAY_MS = 86_400_000;

/** The host's answer may be refused for some days; the district's decision is the last. */
async function moveOn(
  transaction: WriteTransaction,
  { plan }: District,
  contest: Contest,
  level: Level,
  at: Date,
): Promise<void> {
  const isLast = level === 'district';
  const due = isLast ? null : new Date(at.getTime() + plan.contests.notAcceptedWithinDays * DAY_MS);
  await updateContest(transaction, contest, {
    ...{ state: isLast ? 'closed' : 'answered', due_at: due },
  });
  await askNoMore(transaction, contest.id, at);
  await tellCarer(transaction, contest, { kind: isLast ? 'decided' : 'answered', due, at });
}
