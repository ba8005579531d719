import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { type ChannelSettings, readChannelSettings } from './channel-settings.ts';
import { PublicError } from './public-error.ts';

/** `demo`: everything made on the spot, personas to sign in as. `serve`: the production start. */
export type Mode = 'demo' | 'serve';

export interface Settings {
  readonly mode: Mode;
  readonly port: number;
  readonly host: string;
  /** Where the embedded database, keys and files live. */
  readonly dataFolder: string;
  /** Absent: the embedded PostgreSQL. */
  readonly databaseUrl: string | undefined;
  readonly districts: readonly DistrictSetting[];
  /** 32 bytes; every district's keys derive from it. */
  readonly secret: Buffer;
  readonly sms: SmsSetting;
  readonly channels: ChannelSettings;
  /** Addresses and networks of the proxies before the server: what they say of a caller's address is believed. */
  readonly proxies: readonly string[];
  /** A font for characters in names that the paper's own font lacks. */
  readonly rareFontFile: string | undefined;
  /** Who signs that the ledger only grew, and for whom this server does; as the ledger's room reads them. */
  readonly witnesses: string;
  readonly witnessed: string;
  /** Whether endpoints in the shape of the W3C's VC-API are open, for its suites. */
  readonly vcApi: boolean;
}

export interface DistrictSetting {
  readonly id: string;
  readonly planFolder: string;
  /** Empty: any host name. */
  readonly hosts: readonly string[];
  readonly publicUrl: string;
}

export type SmsSetting =
  | { readonly transport: 'console' }
  | {
      readonly transport: 'aliyun' | 'tencent';
      readonly keyId: string;
      readonly keySecret: string;
      readonly signName: string;
      readonly templateCode: string;
      /** Of notices; without it no notice goes by text message. */
      readonly noticeTemplate: string | undefined;
      /** Tencent's application id. */
      readonly application: string | undefined;
      /** Another address of the same protocol (a proxy, a test). */
      readonly endpoint: string | undefined;
    };

type Environment = Readonly<Record<string, string | undefined>>;

const SECRET_BYTES = 32;

/** Reads the environment; one sentence for the first thing that is missing or wrong. */
export function readSettings(environment: Environment, mode: Mode): Settings {
  const port = readPort(environment.PORT);
  const dataFolder = resolve(environment.GONGYU_DATA ?? 'data');
  return {
    mode,
    port,
    host: environment.HOST ?? (mode === 'serve' ? '0.0.0.0' : 'localhost'),
    dataFolder,
    databaseUrl: environment.DATABASE_URL || undefined,
    districts: readDistricts(environment, mode, port),
    secret: readSecret(environment.GONGYU_SECRET, mode, dataFolder),
    sms: readSms(environment, mode),
    channels: readChannelSettings(environment),
    proxies: readProxies(environment.TRUST_PROXY),
    rareFontFile: environment.GONGYU_RARE_FONT ? resolve(environment.GONGYU_RARE_FONT) : undefined,
    witnesses: environment.GONGYU_WITNESSES ?? '',
    witnessed: environment.GONGYU_WITNESSED ?? '',
    vcApi: readSwitch(environment.GONGYU_VC_API),
  };
}

function readSwitch(text: string | undefined): boolean {
  if (text === undefined || text === '' || text === 'off') return false;
  if (text === 'on') return true;
  throw new PublicError(`GONGYU_VC_API is "${text}": write on or off.`);
}

function readPort(text: string | undefined): number {
  const port = Number(text ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new PublicError(`PORT is "${text}": give a number from 1 to 65535.`);
  }
  return port;
}

/** By address, and never all: else anybody could say where they come from, and no limit would hold them. */
function readProxies(text: string | undefined): string[] {
  const proxies = (text ?? '').split(/[\s,]+/).filter((part) => part !== '');
  const wrong = proxies.find((proxy) => !isNetwork(proxy));
  if (wrong === undefined) return proxies;
  throw new PublicError(
    `TRUST_PROXY has "${wrong}": give the addresses or networks of the proxies before the server, for example 127.0.0.1, 10.0.0.0/8.`,
  );
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

/** `GONGYU_DISTRICTS`: `id=plan folder@host,host;…`, for example `tianfu=plans/tianfu@tianfu.example.org`. */
function readDistricts(environment: Environment, mode: Mode, port: number): DistrictSetting[] {
  const publicUrl = environment.GONGYU_PUBLIC_URL?.replace(/\/+$/, '');
  if (mode === 'serve' && !publicUrl?.startsWith('https://')) {
    throw new PublicError(
      'GONGYU_PUBLIC_URL is missing: give the https address by which people reach this server, for example https://gongyu.example.org. Certificates carry it.',
    );
  }
  const text =
    environment.GONGYU_DISTRICTS ?? `tianfu=${environment.GONGYU_PLAN ?? 'plans/tianfu'}`;
  return text.split(';').map((part) => {
    const found = /^([a-z][a-z0-9_]{1,30})=([^@]+)(?:@(.+))?$/.exec(part.trim());
    if (!found) {
      throw new PublicError(
        `GONGYU_DISTRICTS has "${part}": write id=plan folder@host,host and separate districts by a semicolon.`,
      );
    }
    const hosts = found[3]?.split(',').map((host) => host.trim()) ?? [];
    const own = hosts[0] && publicUrl ? `https://${hosts[0]}` : publicUrl;
    return {
      id: found[1] as string,
      planFolder: resolve((found[2] as string).trim()),
      hosts,
      publicUrl: own ?? `http://localhost:${port}`,
    };
  });
}

function readSecret(given: string | undefined, mode: Mode, dataFolder: string): Buffer {
  if (given !== undefined) {
    const secret = Buffer.from(given, 'base64');
    if (secret.length === SECRET_BYTES) return secret;
    throw new PublicError(
      'GONGYU_SECRET must be 32 bytes in base64: make one with `openssl rand -base64 32` and keep it safe, for without it sealed phones cannot be read.',
    );
  }
  if (mode === 'serve') {
    throw new PublicError(
      'GONGYU_SECRET is missing: make one with `openssl rand -base64 32` and keep it safe, for without it sealed phones cannot be read.',
    );
  }
  return demoSecret(dataFolder);
}

/** A demo makes its own secret and keeps it beside its database. */
function demoSecret(dataFolder: string): Buffer {
  const file = join(dataFolder, 'secret');
  try {
    if (existsSync(file)) return Buffer.from(readFileSync(file, 'utf8'), 'base64');
    mkdirSync(dataFolder, { recursive: true });
    const made = randomBytes(SECRET_BYTES);
    writeFileSync(file, made.toString('base64'), { mode: 0o600 });
    return made;
  } catch (error) {
    throw new PublicError(
      `The data folder ${dataFolder} cannot be written (${(error as Error).message}). Give another by GONGYU_DATA.`,
    );
  }
}

function readSms(environment: Environment, mode: Mode): SmsSetting {
  const transport = environment.GONGYU_SMS ?? 'console';
  if (transport === 'console') {
    if (mode === 'serve') {
      throw new PublicError(
        'GONGYU_SMS is missing: give aliyun or tencent, with GONGYU_SMS_KEY_ID, GONGYU_SMS_KEY_SECRET, GONGYU_SMS_SIGN_NAME and GONGYU_SMS_TEMPLATE. The console transport is for the demo only.',
      );
    }
    return { transport };
  }
  if (transport !== 'aliyun' && transport !== 'tencent') {
    throw new PublicError(`GONGYU_SMS is "${transport}": give aliyun, tencent or console.`);
  }
  const need = (name: string): string => {
    const value = environment[name];
    if (!value) throw new PublicError(`${name} is missing: ${transport} needs it to send codes.`);
    return value;
  };
  return {
    transport,
    keyId: need('GONGYU_SMS_KEY_ID'),
    keySecret: need('GONGYU_SMS_KEY_SECRET'),
    signName: need('GONGYU_SMS_SIGN_NAME'),
    templateCode: need('GONGYU_SMS_TEMPLATE'),
    noticeTemplate: environment.GONGYU_SMS_NOTICE_TEMPLATE || undefined,
    application: transport === 'tencent' ? need('GONGYU_SMS_APPLICATION') : undefined,
    endpoint: environment.GONGYU_SMS_ENDPOINT || undefined,
  };
}
