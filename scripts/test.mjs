// `npm test`: sets up what is missing, runs every stage even after one has failed, and counts.
//   npm test                       everything
//   npm test -- --only=types,lint  these stages
//   npm test -- server/facts       the tests under this path
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './browser.mjs';
import { installPackages } from './install.mjs';
import { buildPages } from './pages.mjs';
import { giveUp, root } from './run.mjs';
import { runVitest, stages } from './stages.mjs';

const words = process.argv.slice(2);
const paths = words.filter((word) => !word.startsWith('-'));
const only = words.find((word) => word.startsWith('--only='))?.slice('--only='.length);
const chosen = chooseStages(only);

await installPackages();
const results = paths.length > 0 ? [await testPaths()] : [];
if (paths.length === 0) for (const stage of chosen) results.push(await runStage(stage));
sumUp(results);

function chooseStages(names) {
  if (names === undefined)
    return stages.filter(({ when }) => !when || existsSync(join(root, when)));
  const wanted = names.split(',');
  const unknown = wanted.filter((name) => !stages.some((stage) => stage.name === name));
  if (unknown.length > 0) {
    giveUp(
      `No stage is called ${unknown.join(', ')}. There are: ${stages.map(({ name }) => name).join(', ')}.`,
    );
  }
  return stages.filter(({ name }) => wanted.includes(name));
}

async function testPaths() {
  const hasJourneys = paths.some((path) => path.startsWith('e2e'));
  if (hasJourneys) await Promise.all([ensureChromium(), buildPages()]);
  return runStage({ name: 'tests', title: paths.join(' '), run: () => runVitest(words) });
}

async function runStage({ name, title, run }) {
  process.stdout.write(`\n── ${name}: ${title}\n`);
  const begun = performance.now();
  const counts = await countOf(run);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  process.stdout.write(`   ${counts.failed === 0 ? 'passed' : 'FAILED'} in ${seconds} s\n`);
  return { name, seconds, ...counts };
}

/** A stage that is not a run of Vitest counts as one check. */
async function countOf(run) {
  try {
    const outcome = await run();
    if (typeof outcome !== 'boolean') return outcome;
    return { passed: Number(outcome), failed: Number(!outcome) };
  } catch (error) {
    process.stdout.write(`${error.stack}\n`);
    return { passed: 0, failed: 1 };
  }
}

function sumUp(all) {
  process.stdout.write('\n── summary\n');
  for (const { name, seconds, passed, failed } of all) {
    const verdict = failed === 0 ? 'passed' : 'FAILED';
    process.stdout.write(
      `   ${verdict}  ${name.padEnd(16)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed  ${seconds} s\n`,
    );
  }
  const sum = (key) => all.reduce((total, counts) => total + counts[key], 0);
  if (sum('failed') > 0) process.exitCode = 1;
  process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed\n`);
}
