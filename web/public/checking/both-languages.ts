import { pointsOf } from '../../shared/format.ts';

interface Words {
  readonly zh: string;
  readonly en: string;
}

// As the server writes the days of a certificate: days in China, wherever the reader may be.
const day = (locale: string) =>
  new Intl.DateTimeFormat(locale, {
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
  });
const chinese = day('zh-CN');
const english = day('en-GB');

/** 2026年10月18日, 18 October 2026. */
export function inBothLanguages(at: Date): Words {
  return { zh: chinese.format(at), en: english.format(at) };
}

export function formatPoints(hundredths: number): Words {
  const points = pointsOf(hundredths);
  return { zh: `${points} 分`, en: points };
}
