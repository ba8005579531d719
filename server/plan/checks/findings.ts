import { closest } from '../closest.ts';
import type { PlanProblem } from '../problem.ts';
import type { Path, PlanSource } from '../reading/plan-source.ts';
import { problemAt } from '../reading/plan-source.ts';
import type { PartName, PartValue } from '../shapes/index.ts';

/** A file of the plan that has its shape: where it came from and what it says. */
export interface Part<Name extends PartName> {
  readonly source: PlanSource;
  readonly value: PartValue<Name>;
}

/** The files that could be read; what a check needs and is not here was reported already. */
export type Parts = { readonly [Name in PartName]?: Part<Name> };

/** A reference to something that should be in another list. */
export function unknownReference(
  source: PlanSource,
  path: Path,
  id: string,
  known: readonly string[],
  thing: { readonly zh: string; readonly en: string },
): PlanProblem[] {
  if (known.includes(id)) return [];
  const meant = closest(id, known);
  return [
    problemAt(source, path, {
      wrong: { zh: `没有${thing.zh}“${id}”`, en: `There is no ${thing.en} "${id}"` },
      remedy: meant
        ? { zh: `可能应为“${meant}”`, en: `Perhaps "${meant}" was meant` }
        : { zh: `可以写：${known.join(', ')}`, en: `Write one of: ${known.join(', ')}` },
    }),
  ];
}

/** Entries of a list that carry the same id. */
export function duplicateIds(
  source: PlanSource,
  path: Path,
  ids: readonly string[],
  field = 'id',
): PlanProblem[] {
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index
      ? []
      : [
          problemAt(source, [...path, index, field], {
            wrong: { zh: `“${id}”写了两次`, en: `"${id}" is there twice` },
            remedy: { zh: '请改名或删去其中一个', en: 'Rename or remove one of them' },
          }),
        ],
  );
}

/** An amount in points that hundredths cannot hold. */
export function tooFineAmount(
  source: PlanSource,
  path: Path,
  amount: number | undefined,
): PlanProblem[] {
  if (amount === undefined || /^\d+(\.\d{1,2})?$/.test(String(amount))) return [];
  const rounded = (Math.round(amount * 100) / 100).toFixed(2);
  return [
    problemAt(source, path, {
      wrong: {
        zh: `${amount} 的小数多于两位`,
        en: `${amount} has more than two decimals`,
      },
      remedy: { zh: `请最多写两位小数，如 ${rounded}`, en: `Give at most two, like ${rounded}` },
    }),
  ];
}
