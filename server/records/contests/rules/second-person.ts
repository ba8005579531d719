import type { Level } from '../states.ts';

interface Involved {
  /** Who says that it is wrong. */
  readonly carer: string;
  /** Other carers of the same children. */
  readonly family: readonly string[];
  /** Who confirmed the presence in question, or decided about the certificate. */
  readonly confirmers: readonly string[];
  /** Who decided at the host. */
  readonly decidedBefore: readonly string[];
}

/**
 * Why a person may not decide: it is their own family's case; or, at the district, they confirmed or decided what is
 * looked at again. Undefined: they may.
 */
export function mayNotDecide(
  person: string,
  level: Level,
  { carer, family, confirmers, decidedBefore }: Involved,
): 'own-case' | 'second-person' | undefined {
  if (person === carer || family.includes(person)) return 'own-case';
  const took = [...confirmers, ...decidedBefore].includes(person);
  return level === 'district' && took ? 'second-person' : undefined;
}
