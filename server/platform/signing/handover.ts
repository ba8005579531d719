/** What a key signs when another takes its place: who comes next, and from where on in the ledger. */
export interface Handover {
  /** The ledger's name. */
  readonly origin: string;
  readonly former: string;
  readonly next: string;
  /** The largest checkpoint of the former's. */
  readonly ledgerSize: number;
  readonly endedAt: Date;
}

/** Byte for byte as docs/ledger-format.md has it; the first line keeps it apart from all else that a key signs. */
export function handoverText({ origin, former, next, ledgerSize, endedAt }: Handover): Buffer {
  const lines = ['gongyu-key-handover/1', origin, former, next, ledgerSize, endedAt.toISOString()];
  return Buffer.from(lines.map((line) => `${line}\n`).join(''));
}
