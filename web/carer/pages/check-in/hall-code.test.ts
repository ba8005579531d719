import { expect, test } from 'vitest';
import { readHallCode, readScannedAddress, readTypedCode } from './hall-code.ts';

const activityId = '01900000-0000-7000-8000-000000000001';

test('the address on the hall’s screen names the event and the code', () => {
  const read = { activityId, code: '7K3MQ9XP' };
  expect(readHallCode(`#${activityId}.7K3MQ9XP`)).toEqual(read);
  expect(readScannedAddress(`https://gongyu.example/app/check-in#${activityId}.7K3MQ9XP`)).toEqual(
    read,
  );
});

test('a code typed in small letters, with gaps or full width, is the same code', () => {
  expect(readTypedCode(' 7k3m q9xp ')).toBe('7K3MQ9XP');
  expect(readTypedCode('７Ｋ３Ｍ－Ｑ９ＸＰ')).toBe('7K3MQ9XP');
});

test('what is cut short, too long or something else is no code', () => {
  expect(readTypedCode('7K3MQ9X')).toBeUndefined();
  expect(readHallCode(`#${activityId}`)).toBeUndefined();
  expect(readHallCode(`#${activityId}.7K3MQ9XP.more`)).toBeUndefined();
  expect(readHallCode('#../me.7K3MQ9XP')).toBeUndefined();
  expect(readScannedAddress('https://weixin.qq.com/r/abc')).toBeUndefined();
});
