import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayInChina,
  formatDay,
  formatHours,
  formatInstant,
  formatPhone,
  formatPoints,
  formatSpan,
  hourInChina,
} from './format.ts';

const now = new Date('2025-09-01T00:00:00Z');

describe('dates', () => {
  it('read the Chinese way, in China’s time', () => {
    expect(formatInstant('2025-10-18T06:00:00Z', 'zh-CN', now)).toBe('10月18日 周六 14:00');
    expect(formatInstant('2025-10-18T06:00:00Z', 'en', now)).toBe('Sat 18 Oct 14:00');
  });

  it('fall on the day it is in China, not in Greenwich', () => {
    expect(formatInstant('2025-10-17T16:30:00Z', 'zh-CN', now)).toBe('10月18日 周六 00:30');
    expect(formatDay('2025-10-18', 'zh-CN', now)).toBe('10月18日 周六');
  });

  it('are those of a calendar and a clock in Shanghai, at any moment since its last summer time', () => {
    const ofShanghai = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Shanghai',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    const moments = fc.date({
      min: new Date('1992-01-01T00:00:00Z'),
      max: new Date('2100-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, (moment) => {
        const [day, time] = ofShanghai.format(moment).split(' ');
        const instant = moment.toISOString();
        expect(dayInChina(instant)).toBe(day);
        expect(formatInstant(instant, 'zh-CN').endsWith(` ${time}`)).toBe(true);
        expect(hourInChina(moment)).toBe(Number(time?.slice(0, 2)));
      }),
    );
  });

  it('name the year only when it is another one', () => {
    expect(formatDay('2026-01-03', 'zh-CN', now)).toBe('2026年1月3日 周六');
    expect(formatDay('2026-01-03', 'en', now)).toBe('Sat 3 Jan 2026');
  });

  it('say one day once when an event ends the same day', () => {
    expect(formatSpan('2025-10-18T06:00:00Z', '2025-10-18T08:00:00Z', 'zh-CN', now)).toBe(
      '10月18日 周六 14:00–16:00',
    );
    expect(formatSpan('2025-10-18T06:00:00Z', '2025-10-19T08:00:00Z', 'zh-CN', now)).toBe(
      '10月18日 周六 14:00 – 10月19日 周日 16:00',
    );
  });
});

describe('amounts', () => {
  it('show points from hundredths without needless zeros', () => {
    expect(formatPoints(350, 'zh-CN')).toBe('3.5 分');
    expect(formatPoints(2000, 'zh-CN')).toBe('20 分');
    expect(formatPoints(-25, 'zh-CN')).toBe('-0.25 分');
    expect(formatPoints(123_456_700, 'zh-CN')).toBe('1,234,567 分');
    expect(formatPoints(-123_450, 'en')).toBe('-1,234.5 points');
    expect(formatPoints(100, 'en')).toBe('1 point');
  });

  it('show hours from minutes, and short times as minutes', () => {
    expect(formatHours(90, 'zh-CN')).toBe('1.5 小时');
    expect(formatHours(45, 'zh-CN')).toBe('45 分钟');
    expect(formatHours(60, 'en')).toBe('1 hour');
  });

  it('group the digits of a phone', () => {
    expect(formatPhone('10012345678')).toBe('100 1234 5678');
    expect(formatPhone('028-1234')).toBe('028-1234');
  });
});
