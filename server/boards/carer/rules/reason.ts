import type { Words } from '../../../platform/index.ts';
import type { PointEntry } from '../shapes.ts';

/** What a sentence about an entry needs; everything but the sentence itself. */
export type EntryFacts = Omit<PointEntry, 'reason'>;

/**
 * An entry in plain words (2.4.1): what was done, where, when, by which rule in which version, and why it
 * counts less than it would by itself. Pure.
 */
export function reasonFor(entry: EntryFacts): Words {
  return { zh: inChinese(entry), en: inEnglish(entry) };
}

function inChinese({ deed, rule, amount, raw_amount, reversal, capped }: EntryFacts): string {
  const where = deed.organisation_name ? `在${deed.organisation_name}` : '';
  const what = deed.activity_title ? `「${deed.activity_title}」` : deed.kind_name.zh;
  const lasting = deed.unit === 'minutes' ? `，${hours(Math.abs(deed.quantity))} 小时` : '';
  const per = `每${rule.per === 'hour' ? '小时' : '次'} ${points(rule.amount)} 分`;
  const byRule = `按「${rule.title.zh}」第 ${rule.version} 版，${per}`;
  if (reversal) {
    return `更正：${dayInChinese(deed.at)}${where}${what}不再计入（${reversal.reason}），收回 ${points(-amount)} 分。`;
  }
  const beyond = capped
    ? `本应 ${points(raw_amount)} 分，已到${cap(rule, 'zh')}上限，计 ${points(amount)} 分`
    : `计 ${points(amount)} 分`;
  return `${dayInChinese(deed.at)}${where}参加${what}${lasting}。${byRule}，${beyond}。`;
}

function inEnglish({ deed, rule, amount, raw_amount, reversal, capped }: EntryFacts): string {
  const where = deed.organisation_name ? ` at ${deed.organisation_name}` : '';
  const what = deed.activity_title ? `“${deed.activity_title}”` : deed.kind_name.en;
  const lasting = deed.unit === 'minutes' ? `, ${hours(Math.abs(deed.quantity))} hours` : '';
  const day = shanghai(deed.at);
  if (reversal) {
    return `Correction: ${what}${where} on ${day} no longer counts (${reversal.reason}); ${counted(-amount)} taken back.`;
  }
  const byRule = `By “${rule.title.en}”, version ${rule.version}, ${counted(rule.amount)} per ${rule.per}`;
  const beyond = capped
    ? `${points(raw_amount)} by itself, ${points(amount)} within the limit of the ${cap(rule, 'en')}`
    : counted(amount);
  return `${what}${where} on ${day}${lasting}. ${byRule}: ${beyond}.`;
}

/** Which of the limits may have held: the plan's sentence names them all beside it. */
function cap(
  { cap_day, cap_month, cap_term, tiers, category }: EntryFacts['rule'],
  language: 'zh' | 'en',
): string {
  const limits = [
    cap_day !== null && { zh: '每天', en: 'day' },
    cap_month !== null && { zh: '每月', en: 'month' },
    (cap_term !== null || tiers.length > 0) && { zh: '每学期', en: 'term' },
    category && { zh: `「${category.title.zh}」合计`, en: `“${category.title.en}” together` },
  ].filter((limit) => limit !== false && limit !== null);
  return limits.map((limit) => limit[language]).join(language === 'zh' ? '或' : ' or ');
}

/** 350 → 3.5 */
function points(hundredths: number): string {
  return String(hundredths / 100);
}

function counted(hundredths: number): string {
  return `${points(hundredths)} ${hundredths === 100 ? 'point' : 'points'}`;
}

/** 90 → 1.5 */
function hours(minutes: number): string {
  return String(Math.round(minutes / 6) / 10);
}

function shanghai(at: string): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10);
}

function dayInChinese(at: string): string {
  const [year, month, day] = shanghai(at).split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
