import type { Words } from '../../../platform/index.ts';

// A certificate's dates are days in China, wherever the server or the reader may be.
const ZONE = 'Asia/Shanghai';
const chinese = new Intl.DateTimeFormat('zh-CN', {
  timeZone: ZONE,
  year: 'numeric',
  month: 'long',
  day: 'numeric',
});
const english = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: 'long',
  day: 'numeric',
});

/** An ISO 8601 instant as the day it falls on in China: 2026年10月18日, 18 October 2026. */
export function showDay(instant: string): Words {
  const date = new Date(instant);
  return { zh: chinese.format(date), en: english.format(date) };
}

/** Hundredths of a point as people write them: 24, 24.5. */
export function showPoints(hundredths: number): string {
  return String(hundredths / 100);
}
