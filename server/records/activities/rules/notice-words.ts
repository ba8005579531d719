import type { Words } from '../../../platform/index.ts';

export const noticeKinds = [
  'changed',
  'cancelled',
  'moved-up',
  'offered',
  'offer-lapsed',
  'corrected',
  'thanked',
  'leads',
  'deputises',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** What is filled into the sentence: always `title`, the rest by kind. Instants as ISO text. */
export type NoticeParams = Readonly<Record<string, string>>;

/** A few words for a lock screen: not even the title, which may say what troubles a family. */
export function noticeHeading(kind: NoticeKind): Words {
  switch (kind) {
    case 'changed':
      return { zh: '活动有变动', en: 'An event has changed' };
    case 'cancelled':
      return { zh: '活动取消了', en: 'An event was called off' };
    case 'moved-up':
      return { zh: '您有名额了', en: 'A place is yours' };
    case 'offered':
      return { zh: '有一个名额等您确认', en: 'A place waits for your answer' };
    case 'offer-lapsed':
      return { zh: '名额已让给下一家', en: 'The place went to the next family' };
    case 'thanked':
      return { zh: '有一张感谢卡给您', en: 'A card of thanks for you' };
    case 'leads':
      return { zh: '请您当组长', en: 'You lead a team' };
    case 'deputises':
      return { zh: '请您当副组长', en: 'You are deputy of a team’s lead' };
    case 'corrected':
      return { zh: '签到记录已更正', en: 'An attendance was corrected' };
  }
}

/** The sentence that a person reads. */
export function noticeWords(kind: NoticeKind, params: NoticeParams): Words {
  const { title = '', reason = '', minutes = '' } = params;
  switch (kind) {
    case 'changed':
      return {
        zh: `《${title}》有变动：${when(params).zh}${params.place}，请留意。`,
        en: `“${title}” has changed: ${when(params).en}${params.place}.`,
      };
    case 'cancelled':
      return {
        zh: `很抱歉，《${title}》取消了。${reason}`,
        en: `We are sorry: “${title}” was called off. ${reason}`.trimEnd(),
      };
    case 'moved-up':
      return {
        zh: `有名额了！您已从候补转为报名成功：《${title}》，${when(params).zh}${params.place}。`,
        en: `A place is yours: you moved up from the waiting list of “${title}”, ${when(params).en}${params.place}.`,
      };
    case 'offered':
      return {
        zh: `有名额了！《${title}》为您留了一个名额，请在${until(params).zh}前确认，过时让给下一家。`,
        en: `A place has come free: one is kept for you at “${title}”. Please accept it by ${until(params).en}; after that it goes to the next family.`,
      };
    case 'offer-lapsed':
      return {
        zh: `《${title}》为您留的名额没有等到确认，已让给下一家。还想参加，可以再报名候补。`,
        en: `The place kept for you at “${title}” was not accepted in time and went to the next family. You may join the waiting list again.`,
      };
    case 'thanked':
      return {
        zh: `谢谢您为《${title}》出的力！有一张感谢卡给您。`,
        en: `Thank you for what you did for “${title}”. A card of thanks is waiting for you.`,
      };
    case 'leads':
      return {
        zh: `请您当《${title}》的组长：${when(params).zh}${params.place}。点开可以看到队里有谁，谢谢您带着大家。`,
        en: `Please lead the team of “${title}”: ${when(params).en}${params.place}. Open it to see who is in it, and thank you.`,
      };
    case 'deputises':
      return {
        zh: `请您当《${title}》的副组长：${when(params).zh}${params.place}。组长不在时由您带队，点开可以看到队里有谁。`,
        en: `Please be deputy of the team of “${title}”: ${when(params).en}${params.place}. You lead it while the lead is away; open it to see who is in it.`,
      };
    case 'corrected':
      return {
        zh: `《${title}》的签到记录已更正为 ${minutes} 分钟。原因：${reason}`,
        en: `Your attendance at “${title}” was corrected to ${minutes} minutes. Why: ${reason}`,
      };
  }
}

const zhDay = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'long',
  day: 'numeric',
  weekday: 'short',
});
const enDay = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  day: 'numeric',
  month: 'long',
  weekday: 'short',
});
const clockTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
});

function until({ ends_at = '' }: NoticeParams): Words {
  return dayAndTime(new Date(ends_at));
}

/** 10月18日 周六 14:00 */
function when({ begins_at }: NoticeParams): Words {
  if (begins_at === undefined) return { zh: '', en: '' };
  const { zh, en } = dayAndTime(new Date(begins_at));
  return { zh: `${zh}，`, en: `${en}, ` };
}

/** 10月18日 周六 14:00 */
export function dayAndTime(at: Date): Words {
  const parts = zhDay.formatToParts(at);
  const weekday = parts.find(({ type }) => type === 'weekday')?.value ?? '';
  const day = parts
    .filter(({ type }) => type !== 'weekday')
    .map(({ value }) => value)
    .join('')
    .trim();
  return {
    zh: `${day} ${weekday} ${clockTime.format(at)}`,
    en: `${enDay.format(at)} ${clockTime.format(at)}`,
  };
}
