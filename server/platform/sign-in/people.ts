import type { ReadTransaction, WriteTransaction } from '../database/transaction.ts';
import type { District } from '../district.ts';
import type { PersonKind } from './tables.ts';

/** Somebody who may sign in. */
export interface SignInPerson {
  readonly id: string;
  readonly name: string;
  readonly kind: PersonKind;
}

/** What the door must know of people. The directory, which knows them, answers. */
export interface PeopleAtTheDoor {
  /** Everybody whose phone it is, always in the same order: families share phones. */
  findByPhone(
    transaction: ReadTransaction,
    district: District,
    phone: string,
  ): Promise<SignInPerson[]>;
  find(transaction: ReadTransaction, id: string): Promise<SignInPerson | undefined>;
  /** The phone that the roster gives the person, opened. */
  phoneOf(
    transaction: ReadTransaction,
    district: District,
    id: string,
  ): Promise<string | undefined>;
  /** Somebody whom no roster knows yet. */
  add(
    transaction: WriteTransaction,
    district: District,
    person: { name: string; phone: string },
  ): Promise<SignInPerson>;
}
