import { describe, expect, test } from 'vitest';
import { credentialsIn, readForm } from './client-credentials.ts';

const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
const none = new Map<string, string>();

describe('how a client proves itself', () => {
  test('by the header, whose halves are form-encoded, colons in the secret included', () => {
    expect(credentialsIn(basic('one:two'), none)).toEqual({ client: 'one', secret: 'two' });
    expect(credentialsIn(basic('a%3Ab:c%25:d'), none)).toEqual({ client: 'a:b', secret: 'c%:d' });
    expect(credentialsIn(basic('a:100%'), none)).toEqual({ client: 'a', secret: '100%' });
  });

  test('or by the body', () => {
    const form = readForm('client_id=one&client_secret=t%2Bwo');
    expect(credentialsIn(undefined, form)).toEqual({ client: 'one', secret: 't+wo' });
  });

  test('but not by both, nor as two clients at once', () => {
    const form = readForm('client_id=one&client_secret=two');
    expect(() => credentialsIn(basic('one:two'), form)).toThrow('not both');
    expect(() => credentialsIn(basic('one:two'), readForm('client_id=other'))).toThrow('header');
  });

  test.each(['Bearer abc', 'Basic', 'Basic !!!', basic('no colon'), basic(':secret')])(
    '“%s” proves nothing',
    (header) => {
      expect(credentialsIn(header, none)).toBeUndefined();
    },
  );

  test('a field that is given twice is refused, an empty one is not there', () => {
    expect(() => readForm('scope=a&scope=b')).toThrow('scope is given twice');
    expect(readForm('scope=&grant_type=x')).toEqual(new Map([['grant_type', 'x']]));
    expect(() => readForm({ grant_type: 'client_credentials' })).toThrow('form-urlencoded');
  });
});
