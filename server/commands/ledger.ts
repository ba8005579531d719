import {
  auditLedgerExport,
  exportLedger,
  keepCheckpoint,
  parseWitnessKey,
} from '../counting/points/index.ts';
import { PublicError } from '../platform/index.ts';
import { type Command, readWords, say, withDistrict } from './command.ts';

const usage = 'ledger export DIR | ledger audit DIR [--key MULTIKEY] [--witness KEY]…';

/** Exports the points ledger, or audits an export: offline, without a database. */
export const ledger: Command = {
  usage: 'export DIR | audit DIR [--key MULTIKEY] [--witness KEY]…',
  async run(words) {
    const options = {
      key: { type: 'string' },
      witness: { type: 'string', multiple: true },
    } as const;
    const { values, positionals } = readWords(words, usage, options, { least: 2 });
    const [what, directory] = positionals as [string, string];
    if (what === 'export') return exportTo(directory);
    if (what === 'audit') return audit(directory, values.key, values.witness ?? []);
    throw new PublicError(`Usage: npm run gongyu -- ${usage}`);
  },
};

async function exportTo(directory: string): Promise<number> {
  const manifest = await withDistrict(async (district) => {
    while ((await keepCheckpoint(district)) > 0);
    return exportLedger(district, directory);
  });
  say(`${manifest.entries} entries written to ${directory}`);
  return 0;
}

async function audit(
  directory: string,
  trustedKey: string | undefined,
  witnessKeys: readonly string[],
): Promise<number> {
  const witnesses = witnessKeys.map(readWitnessKey);
  const report = await auditLedgerExport(directory, {
    ...(trustedKey && { trustedKey }),
    witnesses,
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
  return 0;
}

function readWitnessKey(text: string) {
  const key = parseWitnessKey(text);
  if (key) return key;
  throw new PublicError(
    `"${text}" is no witness's key: give name+id+base64, as /witness/key shows it.`,
  );
}
