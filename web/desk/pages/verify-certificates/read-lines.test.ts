import { describe, expect, it } from 'vitest';
import { readLines } from './read-lines.ts';

describe('a pasted list of certificates', () => {
  it('is a number and a name a line, whatever stands between them', () => {
    const pasted = 'TF-2026-000001\t陈一诺\r\nTF-2026-000002，李沐阳\nTF-2026-000003  王若溪\n';
    expect(readLines(pasted)).toEqual([
      { number: 'TF-2026-000001', child_name: '陈一诺' },
      { number: 'TF-2026-000002', child_name: '李沐阳' },
      { number: 'TF-2026-000003', child_name: '王若溪' },
    ]);
  });

  it('needs no names', () => {
    expect(readLines('TF-2026-000001')).toEqual([{ number: 'TF-2026-000001' }]);
  });

  it('keeps the parts of a foreign name', () => {
    expect(readLines('TF-2026-000001 Anna Maria Li')).toEqual([
      { number: 'TF-2026-000001', child_name: 'Anna Maria Li' },
    ]);
  });

  it('does not count blank lines', () => {
    expect(readLines('\n   \n\t\n')).toEqual([]);
  });
});
