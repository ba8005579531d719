/** `npm run bench [row …]`: what is fast, each against a baseline in the same run; writes bench/results.json. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from './result.ts';
import { rows } from './rows.ts';

const FILE = join(import.meta.dirname, 'results.json');

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in rows));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no row ${unknown.join(', ')}. Rows: ${Object.keys(rows).join(', ')}\n`,
  );
  process.exit(2);
}

for (const [name, measure] of Object.entries(rows)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  try {
    const result = await measure();
    await keep(result);
    process.stdout.write(`${line(result)}\n`);
    if (result.missed) {
      process.stdout.write(`  missed: ${result.missed}\n`);
      process.exitCode = 1;
    }
  } catch (error) {
    // A row that misses what it promises does not hide the others.
    process.stderr.write(`${name}: ${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}

function line({ name, ours, baseline, ratio, unit, note }: Result): string {
  return `${name}: ${round(ours)} against ${round(baseline)} ${unit}, ratio ${ratio.toFixed(2)} (${note})`;
}

function round(figure: number): string {
  return figure >= 100 ? Math.round(figure).toLocaleString('en') : figure.toFixed(2);
}

/** A row measured now takes the place of the one of before; the others stay. */
async function keep(measured: Result): Promise<void> {
  const before = await readFile(FILE, 'utf8').then(
    (text) => JSON.parse(text) as Result[],
    () => [],
  );
  const byName = new Map([...before, measured].map((result) => [result.name, result]));
  await writeFile(FILE, `${JSON.stringify([...byName.values()], null, 2)}\n`);
}
