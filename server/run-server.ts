import { createServer } from 'node:net';
import { startBackgroundThread } from './background-thread.ts';
import { type OpenDistricts, openWith, readFiles } from './districts.ts';
import { createChannels } from './notices/index.ts';
import {
  type App,
  createMessages,
  type Mode,
  PublicError,
  readSettings,
  type Settings,
} from './platform/index.ts';
import { leaveAtSignals, signals } from './signals.ts';

/** Starts serving and stays until a signal; any reason not to start is one sentence and exit code 1. */
export async function runServer(mode: Mode): Promise<void> {
  try {
    await serve(mode);
  } catch (error) {
    if (!(error instanceof PublicError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

async function serve(mode: Mode): Promise<void> {
  // Until it serves there is nothing to answer: what is half made is rolled back.
  const stay = leaveAtSignals();
  const settings = readSettings(process.env, mode);
  await tryPort(settings);
  const [open, app] = await openWithApp(settings, mode);
  const { databaseUrl } = open;
  if (mode === 'serve') await refusePersonas(open);
  else await fillEmptyDistricts(open);
  const thread = { environment: process.env, mode, databaseUrl };
  const background = startBackgroundThread(thread, ({ message }) => giveUp(message));
  const end = async () => {
    await app.close();
    await background.stop();
    await open.close();
  };
  // Ctrl-C comes twice, from the terminal and from npm: the second must not cut the ending short.
  let ending: Promise<void> | undefined;
  const stop = () => {
    ending ??= end();
    return ending;
  };
  try {
    await app.listen({ port: settings.port, host: settings.host });
  } catch (error) {
    await stop();
    throw portRefusal(error, settings.port);
  }
  stay();
  for (const signal of signals) process.on(signal, () => void stop());
  void open.databaseEnded.then((reason) => giveUp(reason));
  const { port } = app.server.address() as { port: number };
  process.stdout.write(`Gongyu 共育  http://localhost:${port}\n`);
  if (mode === 'demo') process.stdout.write(await welcome(open));
}

/** PostgreSQL starts on one processor while the other reads the app and lays out its routes. */
async function openWithApp(settings: Settings, mode: Mode): Promise<[OpenDistricts, App]> {
  let open: OpenDistricts | undefined;
  const opening = openWith(await readFiles(settings), settings);
  const making = import('./app.ts').then(async ({ createApp }) => {
    const app = await createApp({
      districtOf: (host) => open?.districtOf(host),
      log: true,
      proxies: settings.proxies,
      personas: mode === 'demo',
      vcApi: settings.vcApi,
      messages: createMessages(settings.sms),
      notices: {
        channelsOf: (district) => createChannels(settings, district),
        settings: settings.channels,
      },
    });
    await app.ready();
    return app;
  });
  open = await opening;
  return [open, await making];
}

/** Without its database or its counting there is nothing to wait for: what was acknowledged is committed. */
function giveUp(reason: string): never {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}

async function refusePersonas(open: OpenDistricts): Promise<void> {
  const { refuseDemoPersonas } = await import('./personas.ts');
  try {
    for (const district of open.districts) await refuseDemoPersonas(district);
  } catch (error) {
    await open.close();
    throw error;
  }
}

/** The first start of a demo makes its people. A crash halfway leaves the district empty: the next one begins anew. */
async function fillEmptyDistricts(open: OpenDistricts): Promise<void> {
  const { makeDemoDistrict } = await import('./demo-district.ts');
  for (const district of open.districts) {
    await makeDemoDistrict(district, { scale: 'demo', seed: 1 });
  }
}

async function welcome(open: OpenDistricts): Promise<string> {
  const { personaLines } = await import('./demo-district.ts');
  const personas = await Promise.all(open.districts.map(personaLines));
  return `演示身份 demo personas (登录页一按即进 · one press on the sign-in page):\n${personas.flat().join('\n')}\n`;
}

/** Before anything is made: nobody should wait for a demo to be told that the port is taken. */
function tryPort({ port, host }: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    const listening = createServer();
    listening.once('error', (error) => reject(portRefusal(error, port)));
    listening.listen({ port, host }, () => listening.close(() => resolve()));
  });
}

function portRefusal(error: unknown, port: number): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE') {
    return new PublicError(`Port ${port} is in use: end what runs there, or give another by PORT.`);
  }
  if (code === 'EACCES') {
    return new PublicError(`Port ${port} needs more rights: give one above 1023 by PORT.`);
  }
  return error;
}
