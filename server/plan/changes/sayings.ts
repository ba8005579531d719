import { isDeepStrictEqual } from 'node:util';
import type { Words } from '../../platform/index.ts';
import type { Plan } from '../plan.ts';

/** One thing that a plan says of something: `每学期` and `2 次`. */
export interface Said {
  readonly name: Words;
  /** Missing: the name alone says it, such as that an activity is one to one. */
  readonly value?: Words;
  /** A text too long to be shown in a sentence. */
  readonly isText?: boolean;
}

/** What a plan says of one thing in one respect; undefined where it says nothing. */
export type Saying<Entry> = (entry: Entry, plan: Plan) => Said | undefined;

export function said(zh: string, en: string, value: Words | undefined): Said | undefined {
  return value && { name: { zh, en }, value };
}

export function saidIf(zh: string, en: string, holds: boolean | undefined): Said | undefined {
  return holds ? { name: { zh, en } } : undefined;
}

export function saidText(zh: string, en: string, value: Words | undefined): Said | undefined {
  return value && { name: { zh, en }, value, isText: true };
}

/** In one sentence, what is no longer said as it was; undefined where it is. */
export function changeOf(before: Said | undefined, after: Said | undefined): Words | undefined {
  if (isDeepStrictEqual(before, after)) return undefined;
  if (!before) {
    return after && { zh: `新增：${state(after, 'zh')}`, en: `new: ${state(after, 'en')}` };
  }
  if (!after)
    return { zh: `取消：${state(before, 'zh')}`, en: `no longer: ${state(before, 'en')}` };
  const { name } = after;
  if (after.isText) return { zh: `${name.zh}改写了`, en: `${name.en} reworded` };
  if (before.value && after.value && isDeepStrictEqual(before.name, name)) {
    return {
      zh: `${beforeHan(state(before, 'zh'))}改为${afterHan(after.value.zh)}`,
      en: `${name.en}: from ${before.value.en} to ${after.value.en}`,
    };
  }
  return {
    zh: `${beforeHan(state(before, 'zh'))}改为${state(after, 'zh')}`,
    en: `from “${state(before, 'en')}” to “${state(after, 'en')}”`,
  };
}

/** In short, what is said; nothing of long texts. */
export function statement(sayings: readonly (Said | undefined)[]): Words {
  const short = sayings.filter((one) => one !== undefined).filter(({ isText }) => !isText);
  return joined(short.map((one) => ({ zh: state(one, 'zh'), en: state(one, 'en') })));
}

function state({ name, value, isText }: Said, language: keyof Words): string {
  if (!value || isText) return name[language];
  if (language === 'en') return `${name.en}: ${value.en}`;
  return name.zh.endsWith('：') ? `${name.zh}${value.zh}` : `${name.zh}${afterHan(value.zh)}`;
}

/** Between Chinese and a number or a Latin word stands a space. */
function afterHan(text: string): string {
  return /^[\p{Script=Latin}\p{Number}]/u.test(text) ? ` ${text}` : text;
}

function beforeHan(text: string): string {
  return /[\p{Script=Latin}\p{Number}%]$/u.test(text) ? `${text} ` : text;
}

export function joined(words: readonly Words[], zh = '，', en = ', '): Words {
  return {
    zh: words.map((one) => one.zh).join(zh),
    en: words.map((one) => one.en).join(en),
  };
}

/** Where no saying tells two things apart that are not the same. */
export const otherDetails: Words = { zh: '其他细节有改动', en: 'other details changed' };
