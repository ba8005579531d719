import {
  askWitnesses,
  keepCheckpoint,
  type SignersSet,
  setSigners,
  signersOf,
} from '../counting/points/index.ts';
import { type District, PublicError } from '../platform/index.ts';
import { type Command, readWords, say, withDistrict } from './command.ts';

const usage = 'show | set NEEDED "KEY ADDRESS"…';
const MOST_WORDS = 22;

/** Shows who signs the ledger's checkpoints beside the district, or sets who does and how many of them are needed. */
export const signers: Command = {
  usage,
  async run(words) {
    const many = { least: 1, most: MOST_WORDS };
    const { positionals } = readWords(words, `signers ${usage}`, {}, many);
    const [what, needed, ...texts] = positionals;
    if (what === 'show' && needed === undefined) await withDistrict(show);
    else if (what === 'set' && needed !== undefined) {
      await withDistrict((district) => set(district, Number(needed), texts));
    } else throw new PublicError(`Usage: npm run gongyu -- signers ${usage}`);
    return 0;
  },
};

async function set(district: District, needed: number, texts: readonly string[]): Promise<void> {
  while ((await keepCheckpoint(district)) > 0);
  const { handovers } = await setSigners(district, needed, texts);
  for (const { former, next } of handovers)
    say(`${former}\n  has signed that it is followed by ${next}`);
  await show(district);
  say('The program that runs asks them each minute that something is new. Now:');
  say('  1. give them this ledger’s key, as `keys show` tells it (GONGYU_WITNESSED);');
  say('  2. publish their keys where this ledger’s own stands: an auditor asks for them.');
  const asked = await askWitnesses(district).catch((error: Error) => error);
  say(asked instanceof Error ? `Not yet: ${asked.message}` : `${asked} have signed just now.`);
}

async function show(district: District): Promise<void> {
  const sets = await signersOf(district);
  for (const one of sets.sets) tell(one);
  if (sets.sets.length === 0) say('The district signs alone.');
  say(`Signed as it needs: the first ${sets.signed} of ${sets.size} entries in checkpoints.`);
}

function tell({ after, needed, signers: houses }: SignersSet): void {
  say(`above ${after}: ${needed} of ${houses.length}`);
  for (const { key, address } of houses) say(`  ${key}  ${address}`);
}
