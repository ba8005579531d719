import { simulate } from '../counting/simulation/index.ts';
import { loadPlan } from '../plan/index.ts';
import { PublicError } from '../platform/index.ts';
import { type Command, readWords, say, withDistrict } from './command.ts';

const usage = 'points simulate --plan DIR [--on DAY] [--json]';

/** Counts the district by a changed plan and says who would gain and who lose. Changes nothing. */
export const points: Command = {
  usage: 'simulate --plan DIR [--on DAY] [--json]',
  async run(words) {
    const options = {
      plan: { type: 'string' },
      on: { type: 'string' },
      json: { type: 'boolean' },
    } as const;
    const { values, positionals } = readWords(words, usage, options, { least: 1 });
    const { plan, on, json = false } = values;
    const isDay = on === undefined || /^\d{4}-\d{2}-\d{2}$/.test(on);
    if (positionals[0] !== 'simulate' || plan === undefined || !isDay) {
      throw new PublicError(`Usage: npm run gongyu -- ${usage}`);
    }
    const changed = await loadPlan(plan);
    const { all, dimensions, ...days } = await withDistrict((district) =>
      simulate(district, changed, on),
    );
    if (json) {
      say(JSON.stringify({ ...days, all, dimensions }));
      return 0;
    }
    say(`rules of ${days.before_day} against ${plan} as of ${days.after_day}`);
    say(lineOf('everybody', all));
    for (const { key, groups, hidden_families } of dimensions) {
      say(`by ${key}:`);
      for (const group of groups) say(`  ${lineOf(group.key, group)}`);
      if (hidden_families > 0) say(`  (${hidden_families} families in groups too small to show)`);
    }
    return 0;
  },
};

type Line = Awaited<ReturnType<typeof simulate>>['all'];

function lineOf(name: string, line: Line): string {
  const percent = (hundredths: number) => `${(hundredths / 100).toFixed(2)}%`;
  return [
    `${name}: ${line.families} families`,
    `${line.gain} gain, ${line.lose} lose`,
    `${line.up} reach it now, ${line.down} no longer`,
    `share ${percent(line.share_before)} to ${percent(line.share_after)}`,
    `gap ${percent(line.gap_before)} to ${percent(line.gap_after)}`,
    `median ${line.median_before / 100} to ${line.median_after / 100}`,
  ].join(' · ');
}
