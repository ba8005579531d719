import type { Words, WriteTransaction } from '../../platform/index.ts';

/** What the links have to say to a carer. */
export interface LinkNotice {
  readonly room: 'links';
  readonly kind: 'confirmed' | 'declined';
  readonly people: readonly [{ readonly person: string; readonly student: string | null }];
  readonly subject: string;
  readonly deed: string;
  readonly lineage: readonly string[];
  readonly link: string;
  readonly heading: Words;
  readonly words: Words;
  readonly urgency: 'daily';
  readonly at: Date;
}

/** Given by the table of contents: the directory stands before the notices and does not know them. */
export interface LinksOptions {
  tell(transaction: WriteTransaction, notices: readonly LinkNotice[]): Promise<void>;
  settle(transaction: WriteTransaction, what: { subject: string }, at: Date): Promise<void>;
}
