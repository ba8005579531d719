import { describe, expect, test } from 'vitest';
import { pagePolicy } from './page-policy.ts';

const scriptsOf = (html: string) =>
  pagePolicy(html)
    .split('; ')
    .find((rule) => rule.startsWith('script-src'));

describe('the scripts that a page may run', () => {
  test('are files from here alone', () => {
    expect(scriptsOf('<script type="module" src="/assets/carer.js"></script>')).toBe(
      "script-src 'self'",
    );
  });

  test('and what the build wrote into the page, to the letter', () => {
    // printf 'open()' | openssl dgst -sha256 -binary | base64
    const opening = "'sha256-o9okiD4Rx/KB+t3VShbksHfrZ7XxcLzccIzXgr0qtQA='";
    expect(scriptsOf('<head><script>open()</script></head>')).toBe(`script-src 'self' ${opening}`);
    expect(scriptsOf('<script>open() </script>')).not.toContain(opening);
  });
});
