import type { PlanProblem } from '../problem.ts';
import { type Path, type PlanSource, problemAt } from '../reading/plan-source.ts';
import { countsAsWords, hostKinds } from '../vocabulary.ts';
import { type Part, type Parts, unknownReference } from './findings.ts';

type FactText = Part<'facts'>['value']['kinds'][number];
export type AttributeText = NonNullable<FactText['attributes']>[number];

/** A condition asks for words that the attribute may have; of some types none may be asked for. */
export function valueProblems(
  source: PlanSource,
  path: Path,
  values: readonly string[],
  attribute: AttributeText,
  { activities, facts }: Parts,
): PlanProblem[] {
  const known = {
    'activity-kind': activities?.value.kinds.map(({ id }) => id) ?? values,
    'counts-as': countsAsWords,
    'host-kind': hostKinds,
    choice: choicesIn(facts, attribute),
    id: undefined,
    ids: undefined,
    day: undefined,
    number: undefined,
    flag: undefined,
    text: undefined,
  }[attribute.type];
  if (!known) {
    return [
      problemAt(source, [...path, 'attribute'], {
        wrong: {
          zh: `属性“${attribute.id}”的类型是 ${attribute.type}，不能作为条件`,
          en: `The attribute "${attribute.id}" is of type ${attribute.type}, which cannot be asked for`,
        },
        remedy: {
          zh: '请用类型为 activity-kind、counts-as、host-kind 或 choice 的属性',
          en: 'Use one of type activity-kind, counts-as, host-kind or choice',
        },
      }),
    ];
  }
  return values.flatMap((value, place) =>
    unknownReference(source, [...path, 'in', place], value, known, {
      zh: attribute.name.zh,
      en: attribute.name.en.toLowerCase(),
    }),
  );
}

/** What an attribute may say, by id. */
export function choicesIn(facts: Part<'facts'> | undefined, attribute: AttributeText): string[] {
  const list = facts?.value.choices?.find(({ id }) => id === attribute.choices);
  return list?.values.map(({ id }) => id) ?? [];
}
