// Builds the pages when their sources have changed since. Plain JavaScript for Node 20.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { findNode } from './install.mjs';
import { root, run, tell } from './run.mjs';

const WEB = join(root, 'web');
const DIST = join(WEB, 'dist');
const ASSETS = join(DIST, 'assets');
/** Where the files of earlier builds wait while a new one is made. */
const EARLIER = join(WEB, 'dist.earlier');
/** A page that was opened before a release goes on finding its files: nobody leaves one open for longer. */
const EARLIER_KEPT_MILLISECONDS = 14 * 24 * 3_600_000;
/** Inside the result: whoever removes the one removes the other. */
const STAMP = join(DIST, '.sources');

/** True when the pages are there and up to date; false when they could not be built. */
export async function buildPages() {
  const hash = hashOfSources();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return true;
  tell('The pages have changed: building them.');
  setEarlierAside();
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const code = await run(findNode(), [vite, 'build', '--logLevel', 'warn'], {
    cwd: WEB,
    stdio: ['ignore', 2, 2],
  });
  if (code !== 0) return false;
  const pages = ['carer', 'desk', 'public'].flatMap((app) => filesIn(join(DIST, app)));
  for (const file of [...filesIn(ASSETS), ...pages]) compress(file);
  putEarlierBack();
  writeFileSync(STAMP, hash);
  return true;
}

/** The build empties its folder. What an interrupted one left aside is still there. */
function setEarlierAside() {
  if (existsSync(ASSETS)) moveFiles(ASSETS, EARLIER);
}

function putEarlierBack() {
  if (!existsSync(EARLIER)) return;
  moveFiles(
    EARLIER,
    ASSETS,
    (file) => Date.now() - statSync(file).mtimeMs < EARLIER_KEPT_MILLISECONDS,
  );
  rmSync(EARLIER, { recursive: true });
}

/** Those that are wanted and not there yet. */
function moveFiles(from, to, isWanted = () => true) {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    const target = join(to, name);
    if (!existsSync(target) && isWanted(join(from, name))) renameSync(join(from, name), target);
  }
}

/** Once at the build and as small as can be, instead of at each request. */
function compress(file) {
  if (!/\.(js|css|svg|html)$/.test(file)) return;
  const bytes = readFileSync(file);
  writeFileSync(`${file}.br`, brotliCompressSync(bytes));
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
}

/** By content, so that a fresh clone or a changed branch counts for what it holds and not for its dates. */
function hashOfSources() {
  const hash = createHash('sha256');
  const sources = [...filesIn(WEB), join(root, 'package-lock.json'), join(root, 'tsconfig.json')];
  for (const file of sources.sort()) hash.update(relative(root, file)).update(readFileSync(file));
  return hash.digest('hex');
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      return entry.name.startsWith('dist') || entry.name === 'node_modules' ? [] : filesIn(path);
    }
    return /\.test\.tsx?$/.test(entry.name) ? [] : [path];
  });
}
