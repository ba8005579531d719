import { describe, expect, it } from 'vitest';
import { readToken } from './read-token.ts';

const TOKEN = 'AQGOm3X0cQ1yvJm9vYp0aXkT5s2LrWc_8-qZ';

describe('the token of a certificate', () => {
  it('stands after # in a pasted link, of whatever host', () => {
    expect(readToken(`https://gongyu.example.cn/verify#${TOKEN}`)).toBe(TOKEN);
    expect(readToken(` http://localhost:3000/verify#${TOKEN}\n`)).toBe(TOKEN);
  });

  it('may be pasted alone', () => {
    expect(readToken(TOKEN)).toBe(TOKEN);
    expect(readToken(`#${TOKEN}`)).toBe(TOKEN);
  });

  it('is nothing that is too short or has foreign letters', () => {
    expect(readToken('')).toBeUndefined();
    expect(readToken('TF-2026-000123')).toBeUndefined();
    expect(readToken('https://gongyu.example.cn/verify')).toBeUndefined();
    expect(readToken(`${TOKEN} ${TOKEN}`)).toBeUndefined();
  });
});
