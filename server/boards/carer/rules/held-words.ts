import type { HeldBack } from '../../../counting/points/index.ts';
import type { Words } from '../../../platform/index.ts';

/** Which limit was reached and what it took, in plain words; `category` is what the rules have in common. */
export function heldWords({ by, when, amount }: HeldBack, category: Words | null): Words {
  const points = String(amount / 100);
  const [year, month, day] = (when ?? '').split('-').map(Number);
  const taken = { zh: `少记 ${points} 分`, en: `${points} less` };
  switch (by) {
    case 'day':
      return {
        zh: `${year}年${month}月${day}日已到每天上限，${taken.zh}`,
        en: `The day’s limit was reached on ${when}: ${taken.en}`,
      };
    case 'month':
      return {
        zh: `${year}年${month}月已到每月上限，${taken.zh}`,
        en: `The month’s limit was reached in ${when}: ${taken.en}`,
      };
    case 'tiers':
      return {
        zh: `超过一定分数的部分按比例计，${taken.zh}`,
        en: `What is above a certain score counts by a part: ${taken.en}`,
      };
    case 'term':
      return {
        zh: `本学期已到上限，${taken.zh}`,
        en: `The term’s limit was reached: ${taken.en}`,
      };
    case 'category': {
      const [zh, en] = [category?.zh ?? '同类', category?.en ?? 'its kind'];
      return {
        zh: `「${zh}」合计已到本学期上限，${taken.zh}`,
        en: `The term’s limit of “${en}” together was reached: ${taken.en}`,
      };
    }
  }
}
