import { basename } from 'node:path';
import type { CsvFolder } from '../files/csv-folder.ts';
import { readCsvTable } from '../files/csv-table.ts';
import { RosterFault } from '../files/roster-fault.ts';
import type { ColumnSpec } from '../find-header.ts';
import type { ProblemBook } from '../problem-book.ts';
import type { ReadOptions, Roster, RosterSource } from '../roster.ts';
import { RosterBuilder } from '../roster-builder.ts';
import type { RosterRow } from '../roster-row.ts';
import {
  classColumns,
  demographicColumns,
  enrolmentColumns,
  orgColumns,
  relationshipColumns,
  roleColumns,
  userColumns,
} from './sds-columns.ts';
import { SdsReader } from './sds-reader.ts';

const source: RosterSource = {
  system: 'sds',
  version: '2.1',
  mode: 'bulk',
  keysArePersonal: false,
};

/**
 * Reads Microsoft School Data Sync v2.1 CSV: orgs, roles, demographics, users, classes, enrollments,
 * relationships, in the order in which they need each other. Its files always name everybody.
 */
export async function readSds(
  folder: CsvFolder,
  problems: ProblemBook,
  options: ReadOptions,
): Promise<Roster> {
  const builder = new RosterBuilder(problems, source, options);
  const reader = new SdsReader(builder, options);
  const read = async <Name extends string>(
    file: string,
    columns: readonly ColumnSpec<Name>[],
    take: (row: RosterRow<Name>) => void,
    isRequired = false,
  ): Promise<void> => {
    const path = folder.find(file);
    if (path === undefined) {
      if (isRequired) throw new RosterFault('file-missing', folder.names.join('、'), '', file);
      return;
    }
    const table = { path, file: basename(path), columns, monthFirst: true };
    await readCsvTable(table, problems, take, options.progress);
  };
  await read('orgs.csv', orgColumns, (row) => reader.takeOrg(row), true);
  await read('roles.csv', roleColumns, (row) => reader.takeRole(row), true);
  await read('demographics.csv', demographicColumns, (row) => reader.takeDemographics(row));
  await read('users.csv', userColumns, (row) => reader.takeUser(row), true);
  await read('enrollments.csv', enrolmentColumns, (row) => reader.seeEnrolment(row));
  await read('classes.csv', classColumns, (row) => reader.seeClass(row));
  await read('classes.csv', classColumns, (row) => reader.takeClass(row));
  builder.checkParents();
  reader.addPosts();
  await read('enrollments.csv', enrolmentColumns, (row) => reader.takeEnrolment(row));
  await read('relationships.csv', relationshipColumns, (row) => reader.takeRelationship(row));
  return builder.build(source);
}
