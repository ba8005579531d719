import {
  dateInShanghai,
  differencesBetween,
  loadPlan,
  loadPlanAgainst,
  type Plan,
} from '../plan/index.ts';
import { type Language, PublicError, systemClock } from '../platform/index.ts';
import { type Command, readWords, say } from './command.ts';

const usage = 'check DIR [--against DIR [--on DAY]] | diff DIR DIR [--lang zh|en]';

const options = {
  against: { type: 'string' },
  on: { type: 'string' },
  lang: { type: 'string' },
} as const;

/** Checks a plan's files, and tells two plans apart. Needs no database, so whoever edits a plan can run it anywhere. */
export const plan: Command = {
  usage,
  async run(words) {
    const { values, positionals } = readWords(words, `plan ${usage}`, options, {
      least: 2,
      most: 3,
    });
    const { against, on, lang } = values;
    const [what, folder = '', other] = positionals;
    if (what === 'check' && other === undefined && lang === undefined) {
      const isDay = on === undefined || /^\d{4}-\d{2}-\d{2}$/.test(on);
      if (isDay && (on === undefined || against !== undefined)) return check(folder, against, on);
    }
    if (what === 'diff' && other !== undefined && against === undefined && on === undefined) {
      const language = languageOf(lang);
      if (language) return diff(folder, other, language);
    }
    throw new PublicError(`Usage: npm run gongyu -- plan ${usage}`);
  },
};

/** A plan with mistakes is refused by the loader, each with its line and a remedy. */
async function check(folder: string, against: string | undefined, on: string | undefined) {
  const today = on ?? dateInShanghai(systemClock());
  const found = await (against === undefined
    ? loadPlan(folder)
    : loadPlanAgainst(folder, against, today));
  const rest = against === undefined ? { zh: '', en: '' } : keepsThePast(today);
  say(`✓ ${found.name.zh}：${holdings(found, 'zh')}，没有错误${rest.zh}。`);
  say(`  ${found.name.en}: ${holdings(found, 'en')}; no mistake${rest.en}.`);
  return 0;
}

function keepsThePast(today: string) {
  return {
    zh: `；${today} 以前的日子不受影响`,
    en: `; days before ${today} stay as they were`,
  };
}

function holdings(found: Plan, language: Language): string {
  const kinds = found.activityKinds.length + found.factKinds.length;
  const counts = [
    { count: found.clauses.length, zh: '个条款', one: 'clause', many: 'clauses' },
    { count: found.duties.length, zh: '项任务', one: 'duty', many: 'duties' },
    { count: found.pointRules.length, zh: '条积分规则', one: 'point rule', many: 'point rules' },
    { count: kinds, zh: '个活动和事实种类', one: 'kind', many: 'kinds of activity and fact' },
    { count: found.layers.length, zh: '份上级规定', one: 'layer above', many: 'layers above' },
  ];
  return language === 'zh'
    ? counts.map(({ count, zh }) => `${count} ${zh}`).join('，')
    : counts.map(({ count, one, many }) => `${count} ${count === 1 ? one : many}`).join(', ');
}

async function diff(before: string, after: string, language: Language): Promise<number> {
  const differences = differencesBetween(await loadPlan(before), await loadPlan(after));
  for (const { words } of differences) say(words[language]);
  if (differences.length === 0) {
    say({ zh: '两份计划没有不同。', en: 'No difference.' }[language]);
  }
  return 0;
}

function languageOf(word = 'zh'): Language | undefined {
  return word === 'zh' || word === 'en' ? word : undefined;
}
