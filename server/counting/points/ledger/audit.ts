import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { auditCheckpoints, type Witnessed } from './audit-checkpoints.ts';
import { auditEntries } from './audit-entries.ts';
import type { AuditFinding, WrongEntry } from './audit-finding.ts';
import { openManifest } from './audit-manifest.ts';
import type { AskedSigners } from './audit-signers.ts';
import { auditTogetherApart } from './audit-together-thread.ts';
import { ENTRIES_FILE, MANIFEST_FILE } from './export-format.ts';
import type { NoteKey } from './signed-note.ts';
import { ruleAt } from './signers.ts';

export interface AuditReport {
  readonly passed: boolean;
  /** The finding about the earliest wrong entry, when one is wrong. */
  readonly firstWrongEntry: AuditFinding | undefined;
  /** Wrong entries first, then balances, checkpoints, key, manifest. */
  readonly findings: readonly AuditFinding[];
  readonly origin: string;
  /** The key that the export says it was signed with: compare it with the one the district publishes. */
  readonly publicMultikey: string;
  readonly entriesRead: number;
  readonly carersRead: number;
  readonly checkpointsHeld: number;
  /** Of the witnesses asked for: how far each has signed, by its newest signature. */
  readonly witnessed: readonly Witnessed[];
  /** Of the signers asked for: who has signed the checkpoint over all entries. */
  readonly cosigned: readonly string[];
  /** How many signers beside the district the export itself says that it needs, and has. */
  readonly signersNeeded: number;
}

export interface AuditOptions {
  /** The district's public multikey, learned elsewhere. Without it a forger's own key would do. */
  readonly trustedKey?: string;
  /** Keys of witnesses, learned elsewhere, each of which must have signed a checkpoint. */
  readonly witnesses?: readonly NoteKey[];
  /** Houses whose signatures the auditor asks for, whatever the export says. */
  readonly signers?: AskedSigners;
}

/**
 * Checks an export against itself and its signatures, offline and in bounded memory: every leaf hash, every
 * signed root, the sequence without gaps, one entry per (fact, rule), each balance the sum of its entries.
 * Never throws on what an export holds; throws only when the folder cannot be read at all.
 */
export async function auditLedgerExport(
  directory: string,
  options: AuditOptions = {},
): Promise<AuditReport> {
  const text = await readFile(join(directory, MANIFEST_FILE), 'utf8');
  const opened = await openManifest(text, options.trustedKey);
  if (!opened.manifest) return report({ findings: opened.findings });
  const { manifest, keys } = opened;
  const checkpoints = await auditCheckpoints(directory, manifest, keys, options);
  const [entries, together] = await Promise.all([
    auditEntries(join(directory, ENTRIES_FILE), manifest, checkpoints.good),
    auditTogetherApart(directory, manifest),
  ]);
  const wrong = earlierOf(together.repeat, entries.wrong);
  // Sums over entries that are wrong would only blame balances that are right.
  const balances = wrong ? { findings: [wrong], carersRead: 0 } : together;
  return report({
    findings: [...balances.findings, ...checkpoints.findings, ...opened.findings],
    origin: manifest.origin,
    publicMultikey: manifest.public_multikey,
    entriesRead: entries.entriesRead,
    carersRead: balances.carersRead,
    checkpointsHeld: entries.checkpointsHeld,
    witnessed: checkpoints.witnessed,
    cosigned: checkpoints.cosigned,
    signersNeeded: ruleAt(manifest.signers ?? [], manifest.entries)?.needed ?? 0,
  });
}

/** Of two wrong entries the earlier; where it is one, what is wrong with it by itself. */
function earlierOf(repeat: WrongEntry | undefined, wrong: WrongEntry | undefined) {
  if (!(repeat && wrong)) return repeat ?? wrong;
  return repeat.sequence < wrong.sequence ? repeat : wrong;
}

function report(
  found: Partial<AuditReport> & { readonly findings: readonly AuditFinding[] },
): AuditReport {
  return {
    passed: found.findings.length === 0,
    firstWrongEntry: found.findings.find((finding) => finding.about === 'entry'),
    origin: '',
    publicMultikey: '',
    entriesRead: 0,
    carersRead: 0,
    checkpointsHeld: 0,
    witnessed: [],
    cosigned: [],
    signersNeeded: 0,
    ...found,
  };
}
