// The stages of `npm test`, in their order. To add one, add a row: `run` answers true or false, or the counts
// of a run of Vitest. A row with `when` takes part as soon as what it checks exists.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './browser.mjs';
import { findNode } from './install.mjs';
import { buildPages } from './pages.mjs';
import { root, run, runQuietly, tell } from './run.mjs';

const packages = join(root, 'node_modules');
const programs = {
  tsc: join(packages, 'typescript', 'bin', 'tsc'),
  biome: join(packages, '@biomejs', 'biome', 'bin', 'biome'),
  knip: join(packages, 'knip', 'bin', 'knip.js'),
  vitest: join(packages, 'vitest', 'vitest.mjs'),
};

/** Generated files that are checked in: a command of the CLI that compares them when given `--check`. */
const generated = ['openapi', 'access', 'limits'];

export const stages = [
  { name: 'types', title: 'TypeScript, server and pages', run: checkTypes },
  {
    name: 'lint',
    title: 'Biome: format and lint',
    run: () => succeeds(programs.biome, ['check', '--error-on-warnings']),
  },
  {
    name: 'unused',
    title: 'Knip: files, exports and packages that nothing uses',
    run: () => succeeds(programs.knip, ['--no-progress']),
  },
  ...generated.map((command) => ({
    name: command,
    title: `Generated and checked in: ${command}`,
    when: `server/commands/${command}.ts`,
    run: () => succeeds('server/cli.ts', [command, '--check']),
  })),
  {
    name: 'api-types',
    title: 'Generated and checked in: web/shared/api-types.gen.ts',
    when: 'openapi.json',
    run: checkApiTypes,
  },
  {
    name: 'repository',
    title: 'Boundaries between rooms, and the repository itself',
    run: () => runVitest(['--project=repository']),
  },
  {
    name: 'code',
    title: 'Unit and integration, on a real PostgreSQL',
    run: () => runVitest(['--project=server', '--project=web']),
  },
  { name: 'pages', title: 'The pages build', run: buildPages },
  {
    name: 'weight',
    title: 'How much a phone loads first',
    when: 'web/bundle-size.mjs',
    run: () => succeeds('web/bundle-size.mjs', []),
  },
  {
    name: 'journeys',
    title: 'Journeys in a real browser',
    run: async () =>
      (await ensureChromium()) ? runVitest(['--project=e2e']) : { passed: 0, failed: 1 },
  },
];

/** All at once: each keeps one core busy for a few seconds. */
async function checkTypes() {
  const projects = ['tsconfig.json', 'web/tsconfig.json', 'web/workers/tsconfig.json'];
  const results = await Promise.all(
    projects.map((project) =>
      runQuietly(findNode(), [programs.tsc, '--noEmit', '--pretty', 'false', '-p', project]),
    ),
  );
  for (const { said } of results) process.stdout.write(said);
  return results.every(({ code }) => code === 0);
}

async function checkApiTypes() {
  const { writeApiTypes } = await import('./api-types.mjs');
  const document = JSON.parse(readFileSync(join(root, 'openapi.json'), 'utf8'));
  const file = join(root, 'web', 'shared', 'api-types.gen.ts');
  if (existsSync(file) && readFileSync(file, 'utf8') === writeApiTypes(document)) return true;
  tell('web/shared/api-types.gen.ts is out of date: run `node scripts/api-types.mjs`.');
  return false;
}

async function succeeds(program, args) {
  return (await run(findNode(), [program, ...args])) === 0;
}

/** Runs Vitest and counts. A run that tests nothing has failed: a check that cannot fail is worse than none. */
export async function runVitest(args) {
  const folder = mkdtempSync(join(tmpdir(), 'gongyu-counts-'));
  const file = join(folder, 'counts.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await run(findNode(), [programs.vitest, 'run', ...reporters, ...args]);
  const counts = existsSync(file) ? countTests(JSON.parse(readFileSync(file, 'utf8'))) : noTests;
  rmSync(folder, { recursive: true, force: true });
  if (counts.passed + counts.failed === 0) tell('No test ran.');
  const isSilentFailure = counts.failed === 0 && (code !== 0 || counts.passed === 0);
  return isSilentFailure ? { ...counts, failed: 1 } : counts;
}

const noTests = { passed: 0, failed: 0 };

/** A file that fails before its first test counts as one failed test. */
function countTests({ numPassedTests, numFailedTests, testResults }) {
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return { passed: numPassedTests, failed: numFailedTests + broken.length };
}
