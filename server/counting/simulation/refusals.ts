import type { PlanProblem } from '../../plan/index.ts';
import { defineRefusal, type Refusal } from '../../platform/index.ts';

const PlanHasMistakes = defineRefusal(
  'simulation.plan-has-mistakes',
  422,
  { zh: '规则文件有几处要改', en: 'The file has mistakes' },
  { zh: '请按每一行的提示改好，再试算。', en: 'Mend each as it says, then try again.' },
);

/** Every mistake with its line, as the plan's own checks tell it. */
export function MistakesInPlan(problems: readonly PlanProblem[]): Refusal {
  return PlanHasMistakes({
    fields: problems.slice(0, MOST_NAMED).map(({ line, path, wrong, remedy }) => ({
      field: path || 'text',
      reason: {
        zh: `第 ${line} 行：${wrong.zh}。${remedy.zh}。`,
        en: `Line ${line}: ${wrong.en}. ${remedy.en}.`,
      },
    })),
  });
}

const MOST_NAMED = 50;

export const OneAtATime = defineRefusal(
  'simulation.one-at-a-time',
  409,
  { zh: '正在试算另一份', en: 'Another one is being tried' },
  {
    zh: '一次只算一份，最多一两分钟。算完再来。',
    en: 'One at a time, a minute or two at most: try again then.',
  },
);

export const NotDoneYet = defineRefusal(
  'simulation.not-done-yet',
  409,
  { zh: '还没有算完', en: 'It is not done yet' },
  { zh: '请等算完再导出。', en: 'Export it when it is done.' },
);
