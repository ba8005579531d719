import { may, namesOfOrganisations, namesOfPeople, type Who } from '../../../directory/index.ts';
import { activityKind, admissionUseOn, dateInShanghai, type Plan } from '../../../plan/index.ts';
import {
  type Call,
  type District,
  NotFound,
  type ReadTransaction,
} from '../../../platform/index.ts';
import { findActivities, withCorrections } from '../../activities/index.ts';
import {
  confirmersOfContest,
  correctionOf,
  familyOf,
  isDecider,
  presenceOf,
  readerOfContests,
  stageOf,
} from '../contests.ts';
import type { ContestsOptions } from '../door-options.ts';
import { MOST_EVIDENCE } from '../limits.ts';
import { mayNotDecide } from '../rules/second-person.ts';
import { lineOf } from '../rules/show-line.ts';
import type { ContestFile } from '../shapes.ts';
import { contestStateTable } from '../states.ts';
import { insertLook, listDecisions, listEvidence, listLooks } from '../store/beside.ts';
import { findContest } from '../store/contests.ts';
import type { Contest, DecisionRow } from '../tables.ts';

/** All of one contest, for the family and for those who decide; a look of theirs is written down for the family. */
export async function showContest(
  district: District,
  who: Who,
  id: string,
  { options, call }: { options: ContestsOptions; call: Call },
): Promise<ContestFile> {
  const { plan } = district;
  return district.database.write(readerOfContests(who), async (transaction) => {
    const contest = await findContest(transaction, id);
    if (!contest) throw NotFound();
    const isMine = contest.carer_id === who.person;
    if (!isMine && !isDecider(who, contest) && contest.entered_by !== who.person) throw NotFound();
    if (!isMine) {
      const look = { contest: id, reader: who.person, what: 'file', at: call.at } as const;
      await insertLook(transaction, look);
    }
    const decisions = await listDecisions(transaction, [id]);
    const hosts = await namesOfOrganisations(transaction, [contest.host_id]);
    const evidence = await listEvidence(transaction, id);
    const names = await namesOfPeople(transaction, [contest.carer_id]);
    const { next } = contestStateTable[contest.state];
    const mayDecide = await isToDecide(transaction, plan, contest, { who, options, decisions });
    return {
      ...lineOf(contest, { hosts, last: decisions.at(-1), at: call.at }),
      carer_id: contest.carer_id,
      carer_name: names.get(contest.carer_id) ?? '',
      words: contest.words,
      activity_id: contest.activity_id,
      certificate_id: contest.certificate_id,
      event: await eventOf(transaction, plan, contest),
      presence: await presenceShown(transaction, contest),
      entered: await enteredShown(transaction, contest),
      evidence: evidence.map(({ id: file, kind, bytes, added_at }) => ({
        ...{ id: file, kind, bytes, added_at: added_at.toISOString() },
      })),
      decisions: await decisionsShown(transaction, decisions),
      looks: isMine ? await looksShown(transaction, id) : [],
      is_mine: isMine,
      may_add_evidence: isMine && next.decide !== undefined && evidence.length < MOST_EVIDENCE,
      may_withdraw: isMine && next.withdraw !== undefined,
      may_refuse: isMine && next.refuse !== undefined,
      may_decide: mayDecide,
      correction: mayDecide ? (await correctionOf(transaction, contest)).kind : null,
      appeal_address: admissionUseOn(plan, dateInShanghai(call.at)).appealAddress,
    };
  });
}

async function enteredShown(
  transaction: ReadTransaction,
  { entered_by: by, entered_how: how }: Contest,
) {
  if (!by || !how) return null;
  return { by: (await namesOfPeople(transaction, [by])).get(by) ?? '', how };
}

interface Asking {
  readonly who: Who;
  readonly options: ContestsOptions;
  readonly decisions: readonly DecisionRow[];
}

/** Whether the person may decide now, as far as they may know; the decision itself asks again. */
async function isToDecide(
  transaction: ReadTransaction,
  plan: Plan,
  contest: Contest,
  { who, options, decisions }: Asking,
): Promise<boolean> {
  const stage = stageOf(contest);
  if (!stage || !may(who, 'contests.decide', { lineage: stage.lineage })) return false;
  const why = mayNotDecide(who.person, stage.level, {
    carer: contest.carer_id,
    family: await familyOf(transaction, contest.carer_id),
    confirmers: await confirmersOfContest(transaction, plan, contest, options),
    decidedBefore: decisions.map(({ decided_by }) => decided_by),
  });
  return why === undefined;
}

async function eventOf(transaction: ReadTransaction, plan: Plan, { activity_id: id }: Contest) {
  const activity = id ? (await findActivities(transaction, [id])).get(id) : undefined;
  if (!activity) return null;
  return {
    begins_at: activity.begins_at.toISOString(),
    ends_at: activity.ends_at.toISOString(),
    place: activity.place,
    maximum_minutes: activityKind(plan, activity.kind)?.maximumMinutes ?? 0,
  };
}

async function presenceShown(transaction: ReadTransaction, contest: Contest) {
  const presence = await presenceOf(transaction, contest);
  if (!presence) return null;
  const { confirmers } = await withCorrections(transaction, presence);
  const names = await namesOfPeople(transaction, confirmers);
  return {
    entered_at: presence.entered_at.toISOString(),
    left_at: presence.left_at?.toISOString() ?? null,
    entry_method: presence.entry_method,
    minutes: presence.minutes,
    confirmed_by: confirmers.flatMap((person) => names.get(person) ?? []),
  };
}

async function decisionsShown(transaction: ReadTransaction, decisions: readonly DecisionRow[]) {
  const names = await namesOfPeople(
    transaction,
    decisions.map(({ decided_by }) => decided_by),
  );
  return decisions.map(({ contest_id: _, decided_by, decided_at, ...decision }) => ({
    ...decision,
    decided_by: names.get(decided_by) ?? '',
    decided_at: decided_at.toISOString(),
  }));
}

async function looksShown(transaction: ReadTransaction, id: string) {
  const looks = await listLooks(transaction, id);
  const names = await namesOfPeople(
    transaction,
    looks.map(({ reader_id }) => reader_id),
  );
  return looks.map(({ reader_id, what, at }) => ({
    name: names.get(reader_id) ?? '',
    what,
    at: at.toISOString(),
  }));
}
