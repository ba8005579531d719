import {
  findCarersByNames,
  getOrganisation,
  requireMay,
  type Who,
} from '../../../directory/index.ts';
import { factKind } from '../../../plan/index.ts';
import {
  type Call,
  type District,
  newId,
  type ReadTransaction,
  Refusal,
} from '../../../platform/index.ts';
import { readFirstSheet } from '../../../platform/sheets/index.ts';
import { MOST_AWARDS_A_SHEET } from '../limits.ts';
import { EnteredAlready, NotAnAwardSheet } from '../refusals.ts';
import {
  isSheetProblem,
  readAwardSheet,
  type SheetLine,
  type SheetProblem,
  sheetColumns,
} from '../rules/award-sheet.ts';
import { requireEnterable } from '../rules/check-deed.ts';
import type { SheetLines } from '../shapes.ts';
import { insertAwards, insertBatch, isEnteredAlready, listStanding } from '../store/awards.ts';
import { readerOfAwards } from '../who-may.ts';

interface Asked {
  readonly organisation: string;
  readonly reason: string;
  readonly file: Buffer;
}

type Found = SheetLine & { readonly person: string };

/** What a filled sheet would enter, line by line. Nothing is written. */
export async function previewSheet(
  district: District,
  who: Who,
  asked: Asked,
  call: Call,
): Promise<SheetLines> {
  return district.database.read(readerOfAwards(who), async (transaction) => {
    const { lines, problems } = await readLines(transaction, district, who, asked, call);
    return shown(district, lines, problems, null);
  });
}

/** Enters the lines that can be taken, in one transaction; they wait for the second person, who sees the sheet. */
export async function takeSheet(
  district: District,
  who: Who,
  asked: Asked,
  call: Call,
): Promise<SheetLines> {
  return district.database
    .write(
      readerOfAwards(who),
      async (transaction) => {
        const read = await readLines(transaction, district, who, asked, call);
        const { lines, problems, lineage } = read;
        if (lines.length === 0) return shown(district, lines, problems, null);
        const made = { made_by: who.person, made_at: call.at };
        const where = { organisation_id: asked.organisation, lineage: [...lineage] };
        const batch = newId();
        await insertBatch(transaction, {
          id: batch,
          reason: asked.reason.trim(),
          ...where,
          ...made,
        });
        await insertAwards(
          transaction,
          lines.map(({ person, kind, quantity, done_on, reason }) => ({
            ...{ id: newId(), batch_id: batch, carer_id: person, ...where, ...made },
            ...{ kind, quantity, done_on, reason },
          })),
        );
        return shown(district, lines, problems, batch);
      },
      call,
    )
    .catch((error: unknown) => {
      throw isEnteredAlready(error) ? EnteredAlready() : error;
    });
}

async function readLines(
  transaction: ReadTransaction,
  { plan }: District,
  who: Who,
  { organisation, file }: Asked,
  { at }: Call,
) {
  const { lineage } = await getOrganisation(transaction, organisation);
  requireMay(who, 'awards.write', { lineage });
  const sheet = await readFirstSheet(file).catch(() => {
    throw NotAnAwardSheet();
  });
  const read = readAwardSheet(plan, sheet);
  if (!read || read.length > MOST_AWARDS_A_SHEET) throw NotAnAwardSheet();
  const problems: SheetProblem[] = read.filter(isSheetProblem);
  const lines: Found[] = [];
  const standing = new Set((await listStanding(transaction, organisation)).map(keyOf));
  for (const line of read) {
    if (isSheetProblem(line)) continue;
    const found = await findCarer(transaction, line, organisation);
    if ('column' in found) {
      problems.push(found);
      continue;
    }
    const key = keyOf(found);
    const problem =
      refusedLine(() => requireEnterable(plan, line, at), line) ??
      (standing.has(key)
        ? { row: line.row, column: sheetColumns.kind, reason: entered }
        : undefined);
    standing.add(key);
    if (problem) problems.push(problem);
    else lines.push(found);
  }
  problems.sort((one, other) => one.row - other.row);
  return { lineage, lines, problems };
}

const entered = {
  zh: '这一天的这件事已经登记过',
  en: 'This deed of that day was entered already',
};

const keyOf = ({ person, kind, done_on }: { person: string; kind: string; done_on: string }) =>
  `${person} ${kind} ${done_on}`;

async function findCarer(
  transaction: ReadTransaction,
  line: SheetLine,
  organisation: string,
): Promise<Found | SheetProblem> {
  const people = await findCarersByNames(transaction, line, [organisation]);
  const [person, ...others] = people;
  const { row } = line;
  const column = sheetColumns.carer;
  if (person === undefined) {
    const reason = {
      zh: '本单位没有这位家长和孩子，请核对两个名字',
      en: 'There is no such carer and child here: check both names',
    };
    return { row, column, reason };
  }
  if (others.length > 0) {
    const reason = {
      zh: '有同名的家长和孩子，请单独登记',
      en: 'Several have these names: enter this one alone',
    };
    return { row, column, reason };
  }
  return { ...line, person };
}

/** What a single entry would be refused for is said of the line. */
function refusedLine(check: () => unknown, { row }: SheetLine): SheetProblem | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { row, column: sheetColumns.day, reason: error.kind.title };
  }
}

function shown(
  { plan }: District,
  lines: readonly Found[],
  problems: readonly SheetProblem[],
  batch: string | null,
): SheetLines {
  return {
    items: lines.map(({ person: _, kind, ...line }) => ({
      ...line,
      kind_name: factKind(plan, kind)?.name ?? { zh: kind, en: kind },
    })),
    problems: [...problems],
    batch_id: batch,
  };
}
