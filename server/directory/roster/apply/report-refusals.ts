import type { ClientBase } from 'pg';
import type { ProblemBook } from '../problem-book.ts';
import type { ProblemCode } from '../problem-kinds.ts';
import { problemKinds } from '../problem-kinds.ts';
import type { Roster, RowOrigin } from '../roster.ts';
import { originOf } from '../roster-builder.ts';
import { maskValue } from '../rules/mask-value.ts';
import type { PlacedOrganisations } from './place-organisations.ts';

interface RefusedRow {
  readonly list: 'students' | 'guardianships' | 'posts';
  readonly n: number;
  readonly code: ProblemCode;
  readonly shown: string;
  readonly detail: string;
}

/** What was found wrong while placing organisations, under the rows that say it. */
export function reportPlaces(
  problems: ProblemBook,
  { problems: found }: PlacedOrganisations,
): void {
  for (const { row, code, shown } of found) addProblem(problems, row, code, shown, '');
}

/** What the directory knows better, under the rows of the roster. */
export async function reportRefusals(client: ClientBase, roster: Roster): Promise<void> {
  const { rows } = await client.query<RefusedRow>(
    'select * from refused_rows order by list desc, n',
  );
  for (const { list, n, code, shown, detail } of rows) {
    const row = roster[list][n];
    if (!row) continue;
    const needed = roster.students[Number(detail)];
    const isFollower = code === 'needs-a-rejected-row' && needed !== undefined;
    addProblem(roster.problems, row, code, shown, isFollower ? originOf(needed) : detail);
  }
}

function addProblem(
  problems: ProblemBook,
  { sheet, row }: RowOrigin,
  code: ProblemCode,
  shown: string,
  detail: string,
): void {
  problems.add({ code, sheet, row, letter: '', header: '', shown: maskValue(shown), detail });
  if (problemKinds[code].severity === 'row') problems.rejectRow({ sheet, row, cells: [] });
}
