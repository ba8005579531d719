// Finds the Chromium in which the journeys run, and gets one where there is none. Plain JavaScript for Node 20.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { findNode } from './install.mjs';
import { root, run, tell } from './run.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of a Chromium or Chrome: GONGYU_CHROMIUM, the machine's own, or the one that Playwright keeps. */
export function findChromium() {
  const given = process.env.GONGYU_CHROMIUM;
  if (given) return isProgram(given) ? given : undefined;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, ...PLACES].find(isProgram) ?? playwrightChromium();
}

/** Finds or installs a Chromium and fonts for Chinese; answers its path, or undefined with the reason told. */
export async function ensureChromium() {
  await ensureFonts();
  const found = findChromium();
  if (found && starts(found)) return found;
  if (await installPackage('chromium')) {
    const installed = findChromium();
    if (installed && starts(installed)) return installed;
  }
  tell("No Chromium here: installing Playwright's own.");
  const withSystemLibraries = isRoot() && has('apt-get') ? ['--with-deps'] : [];
  const playwright = join(root, 'node_modules', 'playwright-core', 'cli.js');
  await run(findNode(), [playwright, 'install', ...withSystemLibraries, 'chromium']);
  const own = playwrightChromium();
  if (own && starts(own)) return own;
  tell('No Chromium could be installed. Install one, or give its path by GONGYU_CHROMIUM.');
  return undefined;
}

async function ensureFonts() {
  if (process.platform !== 'linux' || hasChineseFont()) return;
  if (!(await installPackage('fonts-noto-cjk')) || !hasChineseFont()) {
    tell('No Chinese font here: pages will show boxes. Install fonts-noto-cjk or another.');
  }
}

function hasChineseFont() {
  const listed = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  if (listed.error) return existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc');
  return listed.stdout.trim() !== '';
}

let updated = false;

/** By apt, where this is root on Debian or its kin. */
async function installPackage(name) {
  if (!isRoot() || !has('apt-get')) return false;
  tell(`No ${name} here: installing it with apt-get.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  if (!updated) await run('apt-get', ['update', '-qq'], { env, stdio: ['ignore', 2, 2] });
  updated = true;
  const install = ['install', '-y', '-qq', '--no-install-recommends', name];
  return (await run('apt-get', install, { env, stdio: ['ignore', 2, 2] })) === 0;
}

function playwrightChromium() {
  try {
    const { chromium } = createRequire(import.meta.url)('playwright-core');
    const path = chromium.executablePath();
    return isProgram(path) ? path : undefined;
  } catch {
    // Before the packages are installed there is no Playwright, and so no browser of its own.
    return undefined;
  }
}

/** Some distributions ship a `chromium` that only says where to get the real one. */
function starts(path) {
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function isRoot() {
  return process.getuid?.() === 0;
}

function has(program) {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
}
