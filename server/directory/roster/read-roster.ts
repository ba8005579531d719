import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type CsvFolder, openCsvFolder, withUnpackedCsv } from './files/csv-folder.ts';
import { readCsv, readCsvHeader } from './files/read-csv.ts';
import { readWorkbook, workbookLimits } from './files/read-workbook.ts';
import { mebibytes, RosterFault } from './files/roster-fault.ts';
import { csvLimits, listZip } from './files/unpack-zip.ts';
import { plainHeader } from './find-header.ts';
import { readOneRoster } from './formats/read-oneroster.ts';
import { readSds } from './formats/read-sds.ts';
import { readTemplate } from './formats/read-template.ts';
import { MAX_UPLOAD_BYTES } from './limits.ts';
import { ProblemBook } from './problem-book.ts';
import type { ReadOptions, Roster, RosterSource } from './roster.ts';
import { RosterBuilder } from './roster-builder.ts';

/** Start of a compound file: an old .xls, or an .xlsx with a password, which Office wraps in one. */
const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le');
/** Its directory stands within the first or last part; two mebibytes hold it for any roster. */
const COMPOUND_LOOK_BYTES = 2 * 1024 * 1024;

const nothing: RosterSource = { system: 'xlsx', version: '', mode: 'delta', keysArePersonal: true };

/**
 * Reads a roster of any format that we know: our workbook, or the CSV files of OneRoster 1.1 and 1.2 or School
 * Data Sync v2.1 in a folder or zip. What the file is, is found by looking into it, never by its name.
 *
 * Nothing in the file makes this throw: what is wrong stands in `problems`, and a file that cannot be read at
 * all gives an empty roster whose problems are fatal.
 */
export async function readRoster(
  path: string,
  options: ReadOptions,
  name = basename(path),
): Promise<Roster> {
  const problems = new ProblemBook();
  try {
    const roster = await readKnown(path, name, problems, options);
    const { organisations, people, students, guardianships } = roster;
    const rows = organisations.length + people.length + students.length + guardianships.length;
    if (rows === 0 && problems.rejectedCount === 0) problems.addToSheet('file-empty', name);
    return roster;
  } catch (error) {
    if (!(error instanceof RosterFault)) throw error;
    problems.addToSheet(error.code, error.sheet, error.shown, error.detail);
    return new RosterBuilder(problems, nothing, options).build(nothing);
  }
}

async function readKnown(
  path: string,
  name: string,
  problems: ProblemBook,
  options: ReadOptions,
): Promise<Roster> {
  const found = await stat(path);
  if (found.isDirectory()) return readCsvFolder(await openCsvFolder(path), name, problems, options);
  if (found.size === 0) throw new RosterFault('file-empty', name);
  if (found.size > MAX_UPLOAD_BYTES) {
    throw new RosterFault(
      'file-too-large',
      name,
      mebibytes(found.size),
      mebibytes(MAX_UPLOAD_BYTES),
    );
  }
  const start = await startOf(path);
  if (start.subarray(0, 8).equals(COMPOUND_FILE)) {
    const isEncrypted = start.includes(ENCRYPTED_STREAM);
    throw new RosterFault(isEncrypted ? 'workbook-has-password' : 'workbook-is-old', name);
  }
  if (start.readUInt16BE(0) !== 0x504b) throw new RosterFault('file-type-unknown', name);
  const entries = await listZip(path, name, csvLimits);
  const isWorkbook = entries.some((entry) => entry.fileName === 'xl/workbook.xml');
  if (!isWorkbook) {
    return withUnpackedCsv({ path, file: name, entries }, options.workFolder, (folder) =>
      readCsvFolder(folder, name, problems, options),
    );
  }
  const checked = await listZip(path, name, workbookLimits);
  return readTemplate(await readWorkbook(path, name, checked), problems, options);
}

async function startOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(COMPOUND_LOOK_BYTES), 0);
    return buffer.subarray(0, Math.max(bytesRead, 8));
  } finally {
    await file.close();
  }
}

/** OneRoster has a manifest; without one, its users.csv has columns that School Data Sync's has not. */
async function readCsvFolder(
  folder: CsvFolder,
  name: string,
  problems: ProblemBook,
  options: ReadOptions,
): Promise<Roster> {
  const manifest = folder.find('manifest.csv');
  if (manifest !== undefined) {
    const { version, mode } = await readManifest(manifest);
    if (version !== '1.1' && version !== '1.2') {
      throw new RosterFault('version-unknown', name, version);
    }
    requireFiles(folder, name, ['orgs.csv', 'users.csv']);
    return readOneRoster(folder, version, mode, problems, options);
  }
  const users = folder.find('users.csv');
  if (users === undefined) throw new RosterFault('file-type-unknown', name);
  const headers = (await readCsvHeader(users, name)).map(plainHeader);
  if (headers.includes('enableduser') || headers.includes('agentsourcedids')) {
    requireFiles(folder, name, ['orgs.csv', 'users.csv']);
    const version = folder.find('roles.csv') === undefined ? '1.1' : '1.2';
    return readOneRoster(folder, version, 'bulk', problems, options);
  }
  return readSds(folder, problems, options);
}

function requireFiles(folder: CsvFolder, name: string, files: readonly string[]): void {
  const missing = files.find((file) => folder.find(file) === undefined);
  if (missing !== undefined) throw new RosterFault('file-missing', name, '', missing);
}

/** A manifest that calls any file a delta makes the roster a delta: absence means nothing then. */
async function readManifest(
  path: string,
): Promise<{ version: string; mode: RosterSource['mode'] }> {
  let version = '';
  let mode: RosterSource['mode'] = 'bulk';
  await readCsv(path, basename(path), ([property = '', value = '']) => {
    const plain = value.trim().toLowerCase();
    if (property.trim().toLowerCase() === 'oneroster.version') version = plain.slice(0, 3);
    if (property.startsWith('file.') && plain === 'delta') mode = 'delta';
  });
  return { version, mode };
}
