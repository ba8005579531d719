import { changeKey } from '../counting/keys/index.ts';
import { keepCheckpoint, ledgerAt, ledgerKeyOf } from '../counting/points/index.ts';
import { type District, PublicError } from '../platform/index.ts';
import { type Command, readWords, say, withDistrict } from './command.ts';

const usage = 'show | rotate';

/** Shows the keys that the district signs with, or lets the next one take the place of the one in force. */
export const keys: Command = {
  usage,
  async run(words) {
    const { positionals } = readWords(words, `keys ${usage}`, {}, { least: 1 });
    const [what] = positionals;
    if (what === 'show') await withDistrict(show);
    else if (what === 'rotate') await withDistrict(rotate);
    else throw new PublicError(`Usage: npm run gongyu -- keys ${usage}`);
    return 0;
  },
};

async function rotate(district: District): Promise<void> {
  while ((await keepCheckpoint(district)) > 0);
  await changeKey(district, (client) => ledgerAt(district, client));
  await show(district);
  say('The program that runs takes the new key up by itself within seconds. Now:');
  say('  1. publish the new key where the old one stands on paper;');
  say(
    '  2. give it to the houses that witness this ledger (beside the old one in GONGYU_WITNESSED),',
  );
  say('     and to those whose ledgers this district witnesses (in place of the old one).');
}

async function show(district: District): Promise<void> {
  for (const { publicMultikey, ledgerSize, until } of district.formerKeys ?? []) {
    say(`former  ${publicMultikey}  until ${until.toISOString()}, ledger up to ${ledgerSize}`);
  }
  say(`present ${district.keys.publicMultikey}`);
  say(`        ${district.keys.did}`);
  say(`        ${await ledgerKeyOf(district)}`);
}
