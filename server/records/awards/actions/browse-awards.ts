import {
  namesOfOrganisations,
  namesOfPeople,
  reachOf,
  requireMay,
  type Who,
} from '../../../directory/index.ts';
import { factKind, type Plan } from '../../../plan/index.ts';
import {
  afterIn,
  type District,
  NotFound,
  pageOf,
  type ReadTransaction,
} from '../../../platform/index.ts';
import { MOST_AWARD_EVIDENCE } from '../limits.ts';
import type { AwardFile, AwardRow, AwardsQuery } from '../shapes.ts';
import { type AwardState, awardStateTable } from '../states.ts';
import { findAward, listAwardEvidence, listAwards } from '../store/awards.ts';
import type { Award } from '../tables.ts';
import { isSecond, isThird, readerOfAwards } from '../who-may.ts';

const shown: Readonly<Record<AwardsQuery['show'], readonly AwardState[] | undefined>> = {
  waiting: ['waiting'],
  confirmed: ['confirmed'],
  over: ['declined', 'withdrawn', 'reversed'],
  review: undefined,
  all: undefined,
};

/** What was entered by hand in one's reach. */
export async function browseAwards(
  { database, plan }: District,
  who: Who,
  query: AwardsQuery,
): Promise<{ items: AwardRow[]; next?: string }> {
  const { show, sort, limit, cursor } = query;
  return database.read(readerOfAwards(who), async (transaction) => {
    const rows = await listAwards(transaction, {
      ...{ states: shown[show], toReview: show === 'review' },
      within: reachOf(who, 'awards.write'),
      ...{ sort, after: afterIn(cursor, sort), most: limit + 1 },
    });
    const { items, ...rest } = pageOf(rows, query, ({ id }) => id);
    return { ...rest, items: await rowsOf(transaction, plan, items) };
  });
}

async function rowsOf(
  transaction: ReadTransaction,
  plan: Plan,
  awards: readonly Award[],
): Promise<AwardRow[]> {
  const people = awards.flatMap(({ carer_id, made_by, decided_by, reviewed_by }) =>
    [carer_id, made_by, decided_by, reviewed_by].filter((person) => person !== null),
  );
  const names = await namesOfPeople(transaction, [...new Set(people)]);
  const places = await namesOfOrganisations(transaction, [
    ...new Set(awards.map(({ organisation_id }) => organisation_id)),
  ]);
  const nameOf = (person: string | null) => (person === null ? null : (names.get(person) ?? ''));
  return awards.map((award) => {
    const { organisation_id, lineage: _, made_at, decided_at, reviewed_at: __, ...row } = award;
    const kind = factKind(plan, award.kind);
    return {
      ...row,
      carer_name: names.get(award.carer_id) ?? '',
      organisation_name: places.get(organisation_id) ?? '',
      kind_name: kind?.name ?? { zh: award.kind, en: award.kind },
      unit: kind?.unit ?? 'occurrence',
      state_name: awardStateTable[award.state].name,
      made_by: nameOf(award.made_by) ?? '',
      made_at: made_at.toISOString(),
      decided_by: nameOf(award.decided_by),
      decided_at: decided_at?.toISOString() ?? null,
      reviewed_by: nameOf(award.reviewed_by),
    };
  });
}

/** One of them, with its evidence and what this person may do. */
export async function showAward(
  { database, plan }: District,
  who: Who,
  id: string,
): Promise<AwardFile> {
  return database.read(readerOfAwards(who), async (transaction) => {
    const award = await findAward(transaction, id);
    if (!award) throw NotFound();
    requireMay(who, 'awards.write', { lineage: award.lineage });
    const [row] = await rowsOf(transaction, plan, [award]);
    if (!row) throw NotFound();
    const evidence = await listAwardEvidence(transaction, award);
    const waits = award.state === 'waiting';
    return {
      ...row,
      evidence: evidence.map(({ id: file, kind }) => ({ id: file, kind })),
      may_attach: waits && evidence.length < MOST_AWARD_EVIDENCE,
      may_withdraw: waits && award.made_by === who.person,
      may_decide: waits && isSecond(who, award),
      may_review: award.state === 'confirmed' && award.review === null && isThird(who, award),
    };
  });
}

/** What may be entered by hand, and for which organisations. */
export async function showKinds({ database, plan }: District, who: Who) {
  const places = reachOf(who, 'awards.write');
  const names = await database.read(readerOfAwards(who), (transaction) =>
    namesOfOrganisations(transaction, places),
  );
  return {
    items: kindsByHand(plan).map(({ id, name, unit }) => ({ id, name, unit })),
    organisations: [...names].map(([id, name]) => ({ id, name })),
  };
}

export const kindsByHand = (plan: Plan) => plan.factKinds.filter(({ byHand }) => byHand);
