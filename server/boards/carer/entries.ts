import {
  balancesOf,
  type Entry,
  listEntriesOf,
  proofForCarer,
} from '../../counting/points/index.ts';
import {
  childrenOfCarers,
  may,
  namesOfOrganisations,
  namesOfPeople,
  readerOf,
  recordStudentRead,
  requireMay,
  type Who,
} from '../../directory/index.ts';
import { type Fact, listFactsById, reversalsOf } from '../../facts/index.ts';
import { activityKind, factKind, type Plan, type PointRule, pointRule } from '../../plan/index.ts';
import {
  type Call,
  type District,
  decodeCursor,
  encodeCursor,
  NotFound,
  type ReadTransaction,
  type WriteTransaction,
} from '../../platform/index.ts';
import { titlesOfActivities } from '../../records/activities/index.ts';
import { categoryShown } from '../category-shown.ts';
import { type EntryFacts, reasonFor } from './rules/reason.ts';
import type { PointEntry } from './shapes.ts';

/**
 * A carer's entries with their reasons, newest first: one's own, or, for staff, those of a family in reach. A
 * look by staff is written down for the family to see.
 */
export async function showEntries(
  district: District,
  who: Who,
  asked: { carer: string; limit: number; cursor?: string | undefined },
  call: Call,
) {
  const { carer, limit, cursor } = asked;
  return district.database.write(readerOf(who), async (transaction) => {
    if (carer !== who.person) await requireFamilyInReach(transaction, who, carer, call);
    else requireMay(who, 'points.read', { person: carer });
    const before = cursor === undefined ? Number.MAX_SAFE_INTEGER : decodeSequence(cursor);
    const rows = await listEntriesOf(transaction, carer, before, limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const [names, balances] = [
      await namesOfPeople(transaction, [carer]),
      await balancesOf(transaction, [carer]),
    ];
    return {
      carer: { id: carer, name: names.get(carer) ?? '' },
      balance: balances.get(carer) ?? 0,
      items: await explain(transaction, district.plan, shown, { isOwn: carer === who.person }),
      ...(rows.length > limit && last && { next: encodeCursor([last.sequence]) }),
    };
  });
}

/**
 * That an entry stands in the signed ledger, as anyone can check without us: for its carer, and for staff with the
 * family in reach.
 */
export async function showEntryProof(
  district: District,
  who: Who,
  { carer, sequence }: { carer: string; sequence: number },
  call: Call,
) {
  return district.database.write(readerOf(who), async (transaction) => {
    if (carer !== who.person) await requireFamilyInReach(transaction, who, carer, call);
    else requireMay(who, 'points.read', { person: carer });
    const proof = await proofForCarer(transaction, district, carer, sequence);
    if (!proof) throw NotFound();
    return proof;
  });
}

function decodeSequence(cursor: string): number {
  return Number(decodeCursor(cursor, 1)[0]);
}

/** Staff look at a carer of a family in reach, which is written down for it to see; nobody else finds them. */
export async function requireFamilyInReach(
  transaction: WriteTransaction,
  who: Who,
  carer: string,
  call: Call,
): Promise<void> {
  // Row-level security gives only the children in reach; without one, the carer is nobody's business here.
  const children = await childrenOfCarers(transaction, [carer]);
  const child = children.find(({ lineage }) => may(who, 'points.read', { lineage }));
  if (!child) {
    requireMay(who, 'points.read', {});
    throw NotFound();
  }
  const { student } = child;
  await recordStudentRead(transaction, who, { student, what: 'points', at: call.at });
}

/** The newest of one's own, with their reasons. */
export async function latestOf(
  transaction: ReadTransaction,
  plan: Plan,
  carer: string,
  most: number,
): Promise<PointEntry[]> {
  const rows = await listEntriesOf(transaction, carer, Number.MAX_SAFE_INTEGER, most);
  return explain(transaction, plan, rows, { isOwn: true });
}

/** Entries with their reasons. */
export async function explain(
  transaction: ReadTransaction,
  plan: Plan,
  entries: readonly Entry[],
  { isOwn }: { isOwn: boolean },
): Promise<PointEntry[]> {
  const ids = entries.map((entry) => entry.fact);
  const facts = new Map((await listFactsById(transaction, ids)).map((fact) => [fact.id, fact]));
  const placed = [...facts.values()];
  const reversals = await reversalsOf(transaction, ids);
  // What a family was counselled in is theirs: staff see that guidance was attended, and not which.
  const told = placed.filter((fact) => isOwn || !isPrivate(plan, fact));
  const titles = await titlesOfActivities(transaction, told.flatMap(activityOf));
  const organisations = await namesOfOrganisations(
    transaction,
    placed.map((fact) => fact.organisation),
  );
  return entries.map((entry) => {
    const fact = facts.get(entry.fact);
    const rule = pointRule(plan, entry.rule);
    if (!fact || !rule) throw new Error(`Entry ${entry.sequence} has lost its fact or its rule.`);
    const [activity] = activityOf(fact);
    const facets = {
      organisation: organisations.get(fact.organisation) ?? null,
      activity: (activity && titles.get(activity)) ?? null,
      takenBack: reversals.has(fact.id),
    };
    const told = tell(plan, entry, fact, rule, facets);
    return { ...told, reason: reasonFor(told) };
  });
}

/** Of a kind of which only the two sides know. */
export function isPrivate(plan: Plan, { attributes: { kind } }: Fact): boolean {
  return typeof kind === 'string' && (activityKind(plan, kind)?.private ?? false);
}

function activityOf(fact: Fact): string[] {
  const { activity } = fact.attributes;
  return typeof activity === 'string' ? [activity] : [];
}

interface Facets {
  readonly organisation: string | null;
  readonly activity: string | null;
  readonly takenBack: boolean;
}

function tell(
  plan: Plan,
  entry: Entry,
  fact: Fact,
  rule: PointRule,
  { organisation, activity, takenBack }: Facets,
): EntryFacts {
  const version = rule.versions.find((one) => one.version === entry.version);
  const kind = factKind(plan, fact.kind);
  if (!version || !kind) throw new Error(`Rule ${rule.id} has lost version ${entry.version}.`);
  return {
    sequence: entry.sequence,
    amount: entry.amount,
    raw_amount: entry.rawAmount,
    capped: entry.amount !== entry.rawAmount,
    rule: {
      id: rule.id,
      title: rule.title,
      clause: rule.clause,
      version: version.version,
      per: version.per,
      amount: version.amount,
      cap_day: version.caps.day ?? null,
      cap_month: version.caps.month ?? null,
      cap_term: version.caps.term ?? null,
      tiers: version.tiers.map(({ above, percent }) => ({ above, percent })),
      category: categoryShown(plan, rule.id, entry.countedOn),
    },
    counted_on: entry.countedOn,
    posted_at: entry.postedAt.toISOString(),
    deed: {
      fact_id: fact.id,
      kind: fact.kind,
      kind_name: kind.name,
      at: fact.at.toISOString(),
      quantity: fact.quantity,
      unit: kind.unit,
      organisation_name: organisation,
      activity_title: activity,
    },
    reversal: fact.reverses ? { reason: String(fact.attributes.reversal_reason ?? '') } : null,
    taken_back: takenBack,
  };
}
