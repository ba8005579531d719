import { isDeepStrictEqual } from 'node:util';
import type { Part } from '../checks/index.ts';
import type { PlanProblem } from '../problem.ts';
import { problemAt } from '../reading/plan-source.ts';
import type { LayerOfFiles } from './read-layers.ts';

type DutyText = Part<'duties'>['value']['duties'][number];

/**
 * Duties of the plan that bear the id of one from above and yet bind others, count other facts or fall due at other
 * times: which of the two is stricter could not be said.
 */
export function differentDuties(
  { source, value }: Pick<Part<'duties'>, 'source' | 'value'>,
  layers: readonly LayerOfFiles[],
): PlanProblem[] {
  return value.duties.flatMap((duty, index) =>
    layers.flatMap(({ layer, duties }) => {
      const above = duties.find(({ id }) => id === duty.id);
      if (!above) return [];
      const field = fields.find((one) => !isDeepStrictEqual(one.of(duty), one.of(above)));
      if (!field) return [];
      return [
        problemAt(source, ['duties', index, field.name], {
          wrong: {
            zh: `“${layer.name.zh}”里同名的任务，${field.name} 写得不一样，没法比哪个更严`,
            en: `The duty of the same id in "${layer.name.en}" has another ${field.name}: which is stricter cannot be said`,
          },
          remedy: {
            zh: '请写成一样的；若是另一项任务，请换一个 id',
            en: 'Write the same, or give it another id if it is another duty',
          },
        }),
      ];
    }),
  );
}

const fields: readonly { name: string; of(duty: DutyText): unknown }[] = [
  { name: 'whose', of: ({ whose }) => whose },
  { name: 'counts', of: ({ counts }) => counts },
  {
    name: 'versions',
    of: ({ versions }) => {
      const asked = versions.map(({ every, months, after, hours }) => ({
        ...{ every, months, after },
        inHours: hours !== undefined,
      }));
      return asked.at(-1);
    },
  },
];
