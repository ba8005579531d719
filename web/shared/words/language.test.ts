import { describe, expect, it } from 'vitest';
import { languageToStart } from './language.ts';

describe('the language of the first screen', () => {
  it('is Chinese for who has chosen nothing', () => {
    expect(languageToStart('', null)).toBe('zh-CN');
  });

  it('is the one chosen before', () => {
    expect(languageToStart('', 'en')).toBe('en');
  });

  it('is the one in the address, whatever was chosen before', () => {
    expect(languageToStart('?lang=zh-CN', 'en')).toBe('zh-CN');
    expect(languageToStart('?lang=en-GB', 'zh-CN')).toBe('en');
  });
});
