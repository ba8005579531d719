import { type ParseArgsConfig, parseArgs } from 'node:util';
import { openDistricts } from '../districts.ts';
import { type District, PublicError, readSettings } from '../platform/index.ts';
import { leaveAtSignals } from '../signals.ts';

/** One command: what follows its name, and what it does. Gives the exit code. */
export interface Command {
  readonly usage: string;
  run(words: string[]): Promise<number>;
}

/** Reads options and positional words; refuses what the command does not know with its usage. */
export function readWords<const Options extends NonNullable<ParseArgsConfig['options']>>(
  words: string[],
  usage: string,
  options: Options,
  { least, most = least }: { least: number; most?: number },
) {
  try {
    const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true });
    if (positionals.length >= least && positionals.length <= most) return { values, positionals };
  } catch {
    // An unknown option: the usage below says which there are.
  }
  throw new PublicError(`Usage: npm run gongyu -- ${usage}`);
}

/** Opens the database, does the work for the first district of the settings, and closes it again. */
export async function withDistrict<T>(work: (district: District) => Promise<T>): Promise<T> {
  leaveAtSignals();
  const open = await openDistricts(readSettings(process.env, 'demo'));
  try {
    const [district] = open.districts;
    if (!district) throw new PublicError('No district is configured: see GONGYU_DISTRICTS.');
    return await work(district);
  } finally {
    await open.close();
  }
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
