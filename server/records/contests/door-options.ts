import type { Plan } from '../../plan/index.ts';
import type { ReadTransaction, Words, WriteTransaction } from '../../platform/index.ts';

/** A certificate as an appeal sees it. */
export interface AppealedCertificate {
  readonly student: string;
  readonly name: Words;
  readonly number: string;
  readonly state: string;
  /** It may be used. */
  readonly holds: boolean;
  /** When something last became of it. */
  readonly lastEventAt: Date;
  /** Who of the district decided about it. */
  readonly decidedBy: readonly string[];
}

/** Certificates are counted, and this room knows records only: whoever registers its routes tells of them. */
export interface ContestsOptions {
  certificateOf(
    transaction: ReadTransaction,
    plan: Plan,
    id: string,
  ): Promise<AppealedCertificate | undefined>;
  /** An appeal about it is open since then, or before; null: none is any more. Whoever checks it is told. */
  setAppealed(transaction: WriteTransaction, id: string, since: Date | null): Promise<void>;
}
