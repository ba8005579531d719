import {
  askWitnesses,
  auditLedgerExport,
  exportLedger,
  keepCheckpoint,
  parseWitnessKey,
  signersOf,
} from '../counting/points/index.ts';
import { type District, PublicError } from '../platform/index.ts';
import { type Command, readWords, say, withDistrict } from './command.ts';

const usage =
  'ledger export DIR | ledger audit DIR [--key MULTIKEY] [--witness KEY]… [--signer KEY]… [--signers NEEDED]';

/** Exports the points ledger, or audits an export: offline, without a database. */
export const ledger: Command = {
  usage:
    'export DIR | audit DIR [--key MULTIKEY] [--witness KEY]… [--signer KEY]… [--signers NEEDED]',
  async run(words) {
    const options = {
      key: { type: 'string' },
      witness: { type: 'string', multiple: true },
      signer: { type: 'string', multiple: true },
      signers: { type: 'string' },
    } as const;
    const { values, positionals } = readWords(words, usage, options, { least: 2 });
    const [what, directory] = positionals as [string, string];
    if (what === 'export') return exportTo(directory);
    if (what === 'audit') return audit(directory, values);
    throw new PublicError(`Usage: npm run gongyu -- ${usage}`);
  },
};

async function exportTo(directory: string): Promise<number> {
  const manifest = await withDistrict(async (district) => {
    while ((await keepCheckpoint(district)) > 0);
    await haveSigned(district);
    return exportLedger(district, directory);
  });
  say(`${manifest.entries} entries written to ${directory}`);
  return 0;
}

/** What the signers have not signed is left out of an export that needs them: said, not hidden. */
async function haveSigned(district: District): Promise<void> {
  if ((await signersOf(district)).sets.length === 0) return;
  await askWitnesses(district).catch((error: Error) => say(error.message));
  const { signed, size } = await signersOf(district);
  if (signed < size) say(`${size - signed} entries wait for the signers and are left out.`);
}

interface Asked {
  readonly key?: string | undefined;
  readonly witness?: string[] | undefined;
  readonly signer?: string[] | undefined;
  readonly signers?: string | undefined;
}

async function audit(directory: string, { key, witness = [], ...asked }: Asked): Promise<number> {
  const report = await auditLedgerExport(directory, {
    ...(key && { trustedKey: key }),
    witnesses: witness.map(readWitnessKey),
    ...askedSigners(asked),
  });
  for (const { says } of report.findings) say(`✗ ${says.zh}\n  ${says.en}`);
  if (!report.passed) return 1;
  say(`✓ ${report.entriesRead} entries of ${report.carersRead} carers: everything holds`);
  say(
    `  signed with ${report.publicMultikey}: compare it with the key that the district publishes`,
  );
  for (const { name, size, at } of report.witnessed) {
    say(`  ${name} has signed that the first ${size} only grew, last on ${at.toISOString()}`);
  }
  if (report.signersNeeded > 0) {
    say(
      `  beside the district ${report.signersNeeded} signers have signed, as the export itself needs it`,
    );
  }
  if (report.cosigned.length > 0) say(`  of those whom you named: ${report.cosigned.join(', ')}`);
  return 0;
}

/** All of those named, unless it is told how many. */
function askedSigners({ signer: keys = [], signers }: Asked) {
  if (keys.length === 0 && signers === undefined) return {};
  const needed = Number(signers ?? keys.length);
  if (!Number.isInteger(needed) || needed < 1 || needed > keys.length) {
    throw new PublicError(`--signers is "${signers}": say how many of those named by --signer.`);
  }
  const wrong = keys.find((key) => parseWitnessKey(key) === undefined);
  if (wrong === undefined) return { signers: { keys, needed } };
  throw new PublicError(`"${wrong}" is no signer's key: give name+id+base64, as it shows it.`);
}

function readWitnessKey(text: string) {
  const key = parseWitnessKey(text);
  if (key) return key;
  throw new PublicError(
    `"${text}" is no witness's key: give name+id+base64, as /witness/key shows it.`,
  );
}
