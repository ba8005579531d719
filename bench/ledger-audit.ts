import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Balance, writeLedgerExport } from '../server/counting/points/ledger/index.ts';
import { generateSigningKeys } from '../server/platform/signing/index.ts';
import { madeLedger } from './made-ledger.ts';
import { type Result, resultOf } from './result.ts';

const ENTRIES = 10_000_000;
const MOST_SECONDS = 60;
const MOST_MEBIBYTES = 1024;
const ROOT = join(import.meta.dirname, '..');

/** The command that audits an export, in a process of its own, against reading the same file and hashing its bytes. */
export async function ledgerAudit(): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'gongyu-bench-ledger-'));
  try {
    await writeMadeLedger(folder);
    const baseline = await secondsOf(() => digestOf(join(folder, 'entries.ndjson')));
    let mebibytes = 0;
    const ours = await secondsOf(async () => {
      mebibytes = await audit(folder);
    });
    return resultOf('audit of an export', 's', {
      ours,
      baseline,
      note: `${ENTRIES} entries; ${mebibytes} MiB at most; baseline: the file read and its SHA-256`,
      reach: { most: 12 },
      limits: [
        { what: 'seconds', figure: ours, most: MOST_SECONDS },
        { what: 'MiB', figure: mebibytes, most: MOST_MEBIBYTES },
      ],
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeMadeLedger(folder: string): Promise<void> {
  const sums = new Map<string, number>();
  const entries = function* () {
    for (const entry of madeLedger(ENTRIES)) {
      sums.set(entry.carer, (sums.get(entry.carer) ?? 0) + entry.amount);
      yield entry;
    }
  };
  const balances = function* (): Generator<Balance> {
    for (const [carer, balance] of sums) yield { carer, balance };
  };
  await writeLedgerExport(folder, {
    origin: 'bench.example/ledger',
    keys: await generateSigningKeys({ method: 'key' }),
    entries: entries(),
    balances: balances(),
    checkpoints: [],
    exportedAt: '2026-11-01T00:00:00.000Z',
  });
}

async function digestOf(file: string): Promise<string> {
  const digest = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    digest.update(chunk as Buffer);
  }
  return digest.digest('hex');
}

/** Gives the most memory that the auditor held, in MiB. */
async function audit(folder: string): Promise<number> {
  const child = spawn(process.execPath, ['server/cli.ts', 'ledger', 'audit', folder], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let most = 0;
  while (child.exitCode === null) {
    most = Math.max(most, await mebibytesOf(child));
    await Promise.race([ended, wait(200)]);
  }
  if ((await ended) !== 0) throw new Error('The audit found something wrong.');
  return most;
}

async function mebibytesOf({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024);
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}
