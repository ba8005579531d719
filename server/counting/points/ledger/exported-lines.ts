import type { Balance } from './export-format.ts';
import { type LineCursor, type Stretch, textOf } from './line-cursor.ts';

/** What an auditor needs of an entry's line, or where in its page it stands; words as written between their quotes. */
export interface ExportedEntry {
  readonly sequence: number;
  readonly amount: number;
  readonly carer: Stretch;
  readonly fact: Stretch;
  readonly rule: Stretch;
  readonly canonical: Stretch;
  /** Base64. */
  readonly leafHash: Stretch;
}

const ENTRY = Buffer.from('{"entry":');
const AMOUNT = Buffer.from('{"amount":');
const CARER = Buffer.from(',"carer":');
const COUNTED_ON = Buffer.from(',"counted_on":');
const FACT = Buffer.from(',"fact":');
const ID = Buffer.from(',"id":');
const POSTED_AT = Buffer.from(',"posted_at":');
const RAW_AMOUNT = Buffer.from(',"raw_amount":');
const RULE = Buffer.from(',"rule":');
const RULE_VERSION = Buffer.from(',"rule_version":');
const SEQUENCE = Buffer.from(',"sequence":');
const LEAF_HASH = Buffer.from(',"leaf_hash":');
const BALANCE = Buffer.from('{"balance":');
const CLOSE = Buffer.from('}');

/** Reads the line that `entryLine` gives, or goes past any other and gives undefined. */
export function readEntryLine(line: LineCursor): ExportedEntry | undefined {
  line.expect(ENTRY);
  const from = line.at;
  line.expect(AMOUNT);
  const amount = line.integer();
  line.expect(CARER);
  const carer = line.string();
  line.expect(COUNTED_ON);
  line.string();
  line.expect(FACT);
  const fact = line.string();
  line.expect(ID);
  line.string();
  line.expect(POSTED_AT);
  line.string();
  line.expect(RAW_AMOUNT);
  line.integer();
  line.expect(RULE);
  const rule = line.string();
  line.expect(RULE_VERSION);
  line.string();
  line.expect(SEQUENCE);
  const sequence = line.integer();
  line.expect(CLOSE);
  const canonical = { from, to: line.at };
  line.expect(LEAF_HASH);
  const leafHash = line.string();
  line.expect(CLOSE);
  return line.endLine() ? { sequence, amount, carer, fact, rule, canonical, leafHash } : undefined;
}

/** Reads the line that `balanceLine` gives, or goes past any other and gives undefined. */
export function readBalanceLine(line: LineCursor): Balance | undefined {
  line.expect(BALANCE);
  const balance = line.integer();
  line.expect(CARER);
  const carer = line.string();
  line.expect(CLOSE);
  return line.endLine() ? { balance, carer: textOf(line.bytes, carer) } : undefined;
}
