import {
  afterIn,
  type District,
  NotFound,
  pageOf,
  type ReadTransaction,
  type Sort,
} from '../../platform/index.ts';
import { type Capability, reachOf, readerOf, requireMay, type Who } from '../access/index.ts';
import { getOrganisation, listOrganisationsBelow } from '../organisations.ts';
import { PHONE } from '../phones.ts';
import {
  type carerSortKeys,
  countBelow,
  type ListQuery,
  listCarers,
  listPath,
  listStaff,
  listStudents,
  type OrganisationLine,
  type staffSortKeys,
  type studentSortKeys,
} from '../store.ts';

export interface PageAsked<Keys extends readonly string[]> {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly q?: string | undefined;
  readonly organisation?: string | undefined;
  readonly sort: Sort<Keys[number]>;
}

/** An organisation with its path, what lies below, and how many people are in it. */
export async function showOrganisation(district: District, who: Who, id: string | undefined) {
  return district.database.read(readerOf(who), async (transaction) => {
    const top = id ?? reachOf(who, 'organisations.read')[0];
    if (top === undefined) throw NotFound();
    const organisation = await getOrganisation(transaction, top);
    requireMay(who, 'organisations.read', { lineage: organisation.lineage });
    return {
      organisation: line(organisation),
      path: await listPath(transaction, organisation.lineage),
      below: (await listOrganisationsBelow(transaction, top)).map(line),
      ...(await countBelow(transaction, top)),
    };
  });
}

function line({ id, kind, parent_id, name, stage }: OrganisationLine): OrganisationLine {
  return { id, kind, parent_id, name, stage };
}

/** Students in reach, by school, class, name, pinyin or initials. */
export async function browseStudents(
  district: District,
  who: Who,
  asked: PageAsked<typeof studentSortKeys>,
) {
  return district.database.read(readerOf(who), async (transaction) => {
    const query = await listQuery(transaction, who, 'students.read', asked);
    return pageOf(await listStudents(transaction, query), asked, ({ id }) => id);
  });
}

/** Staff in reach, a row for each post. */
export async function browseStaff(
  district: District,
  who: Who,
  asked: PageAsked<typeof staffSortKeys>,
) {
  return district.database.read(readerOf(who), async (transaction) => {
    const query = await listQuery(transaction, who, 'people.read', asked);
    return pageOf(await listStaff(transaction, query), asked, ({ post_id }) => post_id);
  });
}

/** Carers of children in reach; a whole phone number finds its owner. */
export async function browseCarers(
  district: District,
  who: Who,
  asked: PageAsked<typeof carerSortKeys>,
) {
  const phone = asked.q?.replace(/\s/g, '');
  const phoneIndex =
    phone && PHONE.test(phone) ? district.sealing.blindIndex('phone', phone) : undefined;
  return district.database.read(readerOf(who), async (transaction) => {
    const query = await listQuery(transaction, who, 'students.read', asked);
    const rows = await listCarers(transaction, query, phoneIndex);
    const shown = rows.map(({ phone_sealed, ...carer }) => ({
      ...carer,
      masked_phone: maskedPhone(district, phone_sealed),
    }));
    return pageOf(shown, asked, ({ id }) => id);
  });
}

/** 138****5678: enough to tell two people apart. */
export function maskedPhone(district: District, sealed: Buffer | null): string | null {
  if (!sealed) return null;
  const phone = district.sealing.open('phone', sealed);
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

async function listQuery<Keys extends readonly string[]>(
  transaction: ReadTransaction,
  who: Who,
  capability: Capability,
  { limit, cursor, q, organisation, sort }: PageAsked<Keys>,
): Promise<ListQuery<Keys[number]>> {
  const found = organisation ? await getOrganisation(transaction, organisation) : undefined;
  if (found) requireMay(who, capability, { lineage: found.lineage });
  const within = found ? [found.id] : reachOf(who, capability);
  const after = afterIn(cursor, sort);
  return { within, words: q?.trim() || undefined, sort, after, most: limit + 1 };
}
