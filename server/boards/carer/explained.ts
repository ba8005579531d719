import {
  balancesOf,
  findEntryOf,
  heldBack,
  listRuleDays,
  type RuleDay,
} from '../../counting/points/index.ts';
import { namesOfPeople, readerOf, requireMay, type Who } from '../../directory/index.ts';
import { type Fact, listFactsById } from '../../facts/index.ts';
import { capTermOn, categoryOf, clauseOf, type Plan, pointRule } from '../../plan/index.ts';
import {
  type Call,
  type District,
  NotFound,
  type ReadTransaction,
  type WriteTransaction,
} from '../../platform/index.ts';
import { type RecordBehind, recordBehind } from '../../records/activities/index.ts';
import { explain, isPrivate, requireFamilyInReach } from './entries.ts';
import { heldWords } from './rules/held-words.ts';
import type { RuleSum } from './shapes-explained.ts';

async function requireMayLook(
  transaction: WriteTransaction,
  who: Who,
  carer: string,
  call: Call,
): Promise<void> {
  if (carer !== who.person) await requireFamilyInReach(transaction, who, carer, call);
  else requireMay(who, 'points.read', { person: carer });
}

/** The chain behind one entry (2.4.1): clause, rule in its version, fact, record, and who confirmed it. */
export async function showExplainedEntry(
  district: District,
  who: Who,
  { carer, sequence }: { carer: string; sequence: number },
  call: Call,
) {
  const { plan } = district;
  return district.database.write(readerOf(who), async (transaction) => {
    await requireMayLook(transaction, who, carer, call);
    const row = await findEntryOf(transaction, carer, sequence);
    const [fact] = row ? await listFactsById(transaction, [row.fact]) : [];
    if (!row || !fact) throw NotFound();
    const isOwn = carer === who.person;
    const [entry] = await explain(transaction, plan, [row], { isOwn });
    const clause = entry && clauseOf(plan, entry.rule.clause);
    if (!entry || !clause) throw new Error(`Entry ${sequence} has lost its rule or clause.`);
    // What a family was counselled in is theirs.
    const record =
      isOwn || !isPrivate(plan, fact)
        ? await recordBehind(transaction, await sourceOfDeed(transaction, fact))
        : undefined;
    const names = await namesOf(transaction, carer, fact, record);
    const vouched = record ? record.confirmers : [fact.actor];
    return {
      carer: { id: carer, name: names.get(carer) ?? '' },
      clause: { id: clause.id, title: clause.title, summary: clause.summary },
      entry,
      record: record ? recordShown(record, names) : null,
      confirmed_by: vouched.flatMap((person) =>
        person && person !== carer ? (names.get(person) ?? []) : [],
      ),
      by_code: record?.entry_method === 'hall-code',
      stated_at: fact.statedAt.toISOString(),
    };
  });
}

/** Of a reversal the record is that of the fact which it takes back. */
async function sourceOfDeed(transaction: ReadTransaction, fact: Fact): Promise<string> {
  if (!fact.reverses) return fact.source;
  const [taken] = await listFactsById(transaction, [fact.reverses]);
  return taken?.source ?? '';
}

function namesOf(
  transaction: ReadTransaction,
  carer: string,
  { actor }: Fact,
  record: RecordBehind | undefined,
): Promise<Map<string, string>> {
  const people = [carer, ...(actor ? [actor] : []), ...(record?.confirmers ?? [])];
  return namesOfPeople(transaction, [...new Set(people)]);
}

function recordShown(record: RecordBehind, names: ReadonlyMap<string, string>) {
  return {
    entered_at: record.entered_at.toISOString(),
    left_at: record.left_at?.toISOString() ?? null,
    entry_method: record.entry_method,
    exit_method: record.exit_method,
    minutes: record.minutes,
    corrections: record.corrections.map((one) => ({
      minutes_before: one.minutes_before,
      minutes_after: one.minutes_after,
      reason: one.reason,
      by: names.get(one.corrected_by) ?? '',
      at: one.corrected_at.toISOString(),
    })),
  };
}

/** How a carer's total comes about: by term and rule, with the limits that bit. */
export async function showExplainedTotal(
  { database, plan }: District,
  who: Who,
  carer: string,
  call: Call,
) {
  return database.write(readerOf(who), async (transaction) => {
    await requireMayLook(transaction, who, carer, call);
    const days = await listRuleDays(transaction, carer);
    const names = await namesOfPeople(transaction, [carer]);
    const balances = await balancesOf(transaction, [carer]);
    const terms = Map.groupBy(days, ({ day }) => capTermOn(plan, day));
    return {
      carer: { id: carer, name: names.get(carer) ?? '' },
      balance: balances.get(carer) ?? 0,
      terms: [...terms].toReversed().map(([term, own]) => ({
        term,
        name: plan.terms.find(({ id }) => id === term)?.name ?? { zh: term, en: term },
        amount: sumOf(own, 'amount'),
        rules: rulesOf(plan, own),
      })),
    };
  });
}

function rulesOf(plan: Plan, days: readonly RuleDay[]): RuleSum[] {
  const byVersion = Map.groupBy(days, ({ rule, version }) => `${rule} ${version}`);
  return [...byVersion.values()].flatMap((own) => {
    const [first] = own;
    const rule = first && pointRule(plan, first.rule);
    const version = rule?.versions.find((one) => one.version === first?.version);
    if (!rule || !version) return [];
    const category = categoryOf(plan, rule.id)?.title ?? null;
    return {
      ...{ rule: rule.id, title: rule.title, clause: rule.clause, version: version.version },
      entries: sumOf(own, 'entries'),
      raw: sumOf(own, 'raw'),
      amount: sumOf(own, 'amount'),
      held: heldBack(own, version).map((held) => ({ ...held, words: heldWords(held, category) })),
    };
  });
}

function sumOf(days: readonly RuleDay[], what: 'raw' | 'amount' | 'entries'): number {
  return days.reduce((sum, day) => sum + day[what], 0);
}
