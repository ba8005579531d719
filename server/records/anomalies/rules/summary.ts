import type { Words } from '../../../platform/index.ts';
import type { AnomalyKind } from '../states.ts';

/** The one number that makes it worth a look, in words. */
export function summaryOf(kind: AnomalyKind, measure: number): Words {
  switch (kind) {
    case 'two-places':
      return {
        zh: `有 ${measure} 分钟对不上`,
        en: `${measure} minutes cannot both be true`,
      };
    case 'long-day':
      return { zh: `一天共记 ${lengthZh(measure)}`, en: `${lengthEn(measure)} in one day` };
    case 'one-phone':
      return { zh: `为 ${measure} 家签到`, en: `For ${measure} families` };
    case 'always-maximum':
      return {
        zh: `本学期 ${measure}% 的到场记满上限`,
        en: `${measure}% of the term’s presences at the maximum`,
      };
  }
}

function lengthZh(minutes: number): string {
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} 小时${rest > 0 ? ` ${rest} 分钟` : ''}`;
}

function lengthEn(minutes: number): string {
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} h${rest > 0 ? ` ${rest} min` : ''}`;
}
