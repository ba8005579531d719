import { expect, test } from 'vitest';
import { calendarFile } from './calendar-file.ts';

const event = {
  activity_id: 'a1',
  title: '陪孩子写作业,从不吼开始;一场给全年级家长的讲座,欢迎祖辈一起来听',
  place: '麓湖小学 报告厅',
  begins_at: '2026-10-18T06:00:00.000Z',
  ends_at: '2026-10-18T07:30:00.000Z',
};

test('an event in the calendar begins and ends at its instants, whatever the zone of the phone', () => {
  const file = calendarFile(event);
  expect(file).toContain('DTSTART:20261018T060000Z\r\n');
  expect(file).toContain('DTEND:20261018T073000Z\r\n');
});

test('no line is longer than 75 octets, and unfolding gives the title back, escaped', () => {
  const file = calendarFile(event);
  const octets = file.split('\r\n').map((line) => new TextEncoder().encode(line).length);
  expect(Math.max(...octets)).toBeLessThanOrEqual(75);
  const title = event.title.replaceAll(',', '\\,').replaceAll(';', '\\;');
  expect(file.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}\r\n`);
});
