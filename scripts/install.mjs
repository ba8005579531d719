// Sees to it that the packages are there, and finds a Node that runs the TypeScript sources. Plain JavaScript
// for Node 20.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { giveUp, root, run, tell } from './run.mjs';

const NODE_NEEDED = 24;
const LOCK = join(root, 'package-lock.json');
/** What npm itself writes down about what lies in node_modules; the last thing an install writes. */
const INSTALLED = join(root, 'node_modules', '.package-lock.json');
const STAMP = join(root, 'node_modules', '.gongyu-lock');

/** Installs the packages unless they are what package-lock.json says. */
export async function installPackages() {
  const reason = reasonToInstall();
  if (reason) {
    tell(`${reason}: installing them with npm. The first time takes a minute or two.`);
    await runNpm();
  }
}

function reasonToInstall() {
  if (!existsSync(INSTALLED)) return 'The packages are not installed yet';
  const lock = readFileSync(LOCK);
  const hash = createHash('sha256').update(lock).digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return undefined;
  if (!isInstalled(JSON.parse(lock.toString()))) return 'package-lock.json has changed';
  writeFileSync(STAMP, hash);
  return undefined;
}

/** Compared by version. Optional packages are for some machines only and may rightly be absent. */
function isInstalled(lock) {
  const present = JSON.parse(readFileSync(INSTALLED, 'utf8')).packages ?? {};
  return Object.entries(lock.packages)
    .filter(([path, { optional, link }]) => path.startsWith('node_modules/') && !optional && !link)
    .every(([path, { version }]) => present[path]?.version === version);
}

async function runNpm() {
  // Not `npm ci`: that refuses when the registry at hand, a mirror perhaps, lacks a binary for some other kind of
  // machine. This installs what the lock file says, checks it by its hashes, and leaves that file as it is.
  const install = ['install', '--no-save'];
  // Vite and the tests are development packages: wanted even where NODE_ENV says production.
  const flags = [...install, '--include=dev', '--include=optional', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  // npm's own Node, for this one may lie in the folder that npm is about to replace.
  const node = process.env.npm_node_execpath ?? process.execPath;
  const [file, args] = npm?.endsWith('.js') ? [node, [npm, ...flags]] : ['npm', flags];
  const code = await run(file, args, { stdio: ['ignore', 2, 2] }).catch(() => -1);
  if (code !== 0) {
    giveUp(
      `The packages could not be installed (npm ended with code ${code}; the lines above say why). Check the network and the free space, then try again.`,
    );
  }
  const hash = createHash('sha256').update(readFileSync(LOCK)).digest('hex');
  writeFileSync(STAMP, hash);
}

/** A Node that is new enough: this one, the one that npm installed beside the packages, or npm's own. */
export function findNode() {
  if (majorOf(process.version) >= NODE_NEEDED) return process.execPath;
  const packaged = packagedNodes().find((file) => existsSync(file));
  if (packaged) return packaged;
  const own = process.env.npm_node_execpath;
  if (own && majorOf(versionOf(own)) >= NODE_NEEDED) return own;
  return giveUp(
    `Gongyu needs Node ${NODE_NEEDED} or newer; this is ${process.version}, and there is no package of it for ${process.platform} ${process.arch}. Install Node ${NODE_NEEDED} and start again.`,
  );
}

function packagedNodes() {
  const folder = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin');
  const windows = join(root, 'node_modules', `node-win-${process.arch}`, 'bin', 'node.exe');
  return process.platform === 'win32' ? [windows] : [join(folder, 'node')];
}

function versionOf(file) {
  return spawnSync(file, ['--version'], { encoding: 'utf8' }).stdout ?? '';
}

function majorOf(version) {
  return Number(/^v(\d+)/.exec(version)?.[1] ?? 0);
}
