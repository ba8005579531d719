import type { Words } from '../words.ts';

/** One expected "no": closed, listed in its module's `refusals.ts`, with what the person can do about it. */
export interface RefusalKind {
  /** `module.fact`, stable, for programs and for people who call the helpdesk. */
  readonly code: string;
  readonly status: number;
  readonly title: Words;
  readonly remedy: Words;
}

/** Which field of the request, why, and what would be right. */
export interface RefusalField {
  readonly field: string;
  readonly reason: Words;
}

export class Refusal extends Error {
  override name = 'Refusal';
  readonly kind: RefusalKind;
  readonly fields: readonly RefusalField[];
  /** What is particular to this time: a number of places, a time. Shown, never parsed. */
  readonly detail: Words | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(kind: RefusalKind, particulars: RefusalParticulars = {}) {
    super(`${kind.code}: ${particulars.detail?.en ?? kind.title.en}`);
    this.kind = kind;
    this.fields = particulars.fields ?? [];
    this.detail = particulars.detail;
    this.retryAfterSeconds = particulars.retryAfterSeconds;
  }
}

export interface RefusalParticulars {
  readonly fields?: readonly RefusalField[];
  readonly detail?: Words;
  readonly retryAfterSeconds?: number;
}

const defined = new Set<string>();

/**
 * Declares a kind of refusal and gives the function that makes one:
 * `export const NoPlaceLeft = defineRefusal('activities.no-place-left', 409, {zh, en}, {zh, en})`, then
 * `throw NoPlaceLeft()`.
 */
export function defineRefusal(
  code: string,
  status: number,
  title: Words,
  remedy: Words,
): (particulars?: RefusalParticulars) => Refusal {
  if (defined.has(code)) throw new Error(`The refusal ${code} is defined twice.`);
  const kind: RefusalKind = { code, status, title, remedy };
  defined.add(code);
  return (particulars) => new Refusal(kind, particulars);
}
