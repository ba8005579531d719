import type { PostRole } from '../access/index.ts';
import type { OrganisationKind, Stage } from '../tables.ts';
import type { ProblemBook } from './problem-book.ts';

export type RosterSystem = 'xlsx' | 'oneroster' | 'sds';

export interface RosterSource {
  readonly system: RosterSystem;
  /** Of the format: `1`, `1.1`, `1.2`, `2.1`. */
  readonly version: string;
  /**
   * `bulk`: the file names everybody, who is not in it has left. `delta`: it names changes; who has left is
   * marked. Our template is a delta: a school may send one class.
   */
  readonly mode: 'bulk' | 'delta';
  /** Keys are made from phones or ID numbers and must be hashed before they are stored. */
  readonly keysArePersonal: boolean;
}

/** Where a row stands: the name of its sheet or file, and its number as a spreadsheet shows it. */
export interface RowOrigin {
  readonly sheet: string;
  readonly row: number;
}

/** Whom the roster lists; of every one the place in that list. */
interface Listed extends RowOrigin {
  readonly n: number;
}

/** All dates are `YYYY-MM-DD`; keys are the source's own, unique within a kind of row. */
export interface RosterOrganisation extends RowOrigin {
  readonly key: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  /** Key of the parent; null for the district, and for what stands directly under it without saying so. */
  readonly parent: string | null;
  readonly code: string | null;
  readonly stage: Stage | null;
  /** Of a grade or class: the year in which its students entered. */
  readonly entered_in: number | null;
  readonly left: boolean;
}

/** A grown-up: staff, carer or both. */
export interface RosterPerson extends Listed {
  readonly key: string;
  /** Of systems that write a carer once for each child: `n` of the first such row, else null. */
  readonly same_as: number | null;
  readonly name: string;
  /** GB/T 2261.1, or null when the source does not say. */
  readonly gender: number | null;
  readonly phone: string | null;
  readonly id_number: string | null;
  readonly left: boolean;
}

export interface RosterPost extends RowOrigin {
  readonly person: string;
  readonly organisation: string;
  readonly role: PostRole;
  readonly began_on: string | null;
  readonly ended_on: string | null;
}

export interface RosterStudent extends Listed {
  readonly key: string;
  readonly name: string;
  readonly gender: number | null;
  readonly born_on: string | null;
  readonly student_number: string | null;
  readonly id_number: string | null;
  /** Key of the class; null when the student has left or the source does not say. */
  readonly class: string | null;
  readonly began_on: string | null;
  readonly ended_on: string | null;
  readonly left: boolean;
}

export interface RosterGuardianship extends RowOrigin {
  readonly student: string;
  readonly carer: string;
  /** GB/T 4761. */
  readonly relationship: string;
  readonly is_main: boolean;
  readonly left: boolean;
}

/** A roster as every reader gives it, whatever the file was. Rows that had a problem are not in it. */
export interface Roster {
  readonly source: RosterSource;
  readonly organisations: RosterOrganisation[];
  readonly people: RosterPerson[];
  readonly posts: RosterPost[];
  readonly students: RosterStudent[];
  readonly guardianships: RosterGuardianship[];
  readonly personOfKey: ReadonlyMap<string, RosterPerson>;
  readonly studentOfKey: ReadonlyMap<string, RosterStudent>;
  readonly problems: ProblemBook;
}

/** The lists of a roster whose rows have numbers to seal, and what sealing needs to know of a row. */
export type NumberedList = 'people' | 'students';
export type HasNumbers = Pick<RosterStudent, 'id_number'> & Partial<Pick<RosterPerson, 'phone'>>;

/** Told from time to time while a roster is read or applied. */
export type RosterProgress = (step: { readonly sheet: string; readonly rows: number }) => void;

export interface ReadOptions {
  /** Today, `YYYY-MM-DD`: decides which year 一年级 entered. */
  readonly today: string;
  /**
   * Whether what a row names may be in the directory already, so that its absence from the file is no problem
   * of the file. By default so for deltas only.
   */
  readonly mayExist?: boolean | undefined;
  /** Folder for unpacked files, deleted afterwards; the system's own by default. */
  readonly workFolder?: string | undefined;
  readonly progress?: RosterProgress | undefined;
  /** Told of each person and student that joins a list of the roster, so that sealing may begin. */
  readonly met?: ((list: NumberedList, row: HasNumbers) => void) | undefined;
}
