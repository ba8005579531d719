import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readRareFont } from '../rare-font.ts';
import { sampleCertificate, testKeys } from './certificate-vectors.ts';
import { certificateFields, createIssuer, renderCertificatePdf } from './index.ts';
import { TextSetter } from './pdf-text.ts';
import { credentialIn, lettersOf } from './testing/read-paper.ts';

const keys = await testKeys();
const issuer = createIssuer(keys);
const link = 'https://test.gongyu.example/verify#token';
const NAME = '王𠮷小禾';
const certificate = await issuer.issue(
  sampleCertificate(keys, { child: { name: NAME, idNumberLastFour: '001X' } }),
);

describe('the paper', () => {
  test('carries the credential, named, and it is the certificate itself', async () => {
    const pdf = await renderCertificatePdf({ certificate, verifyLink: link });
    expect(credentialIn(pdf)).toEqual(certificate);
    expect(pdf.toString('latin1')).toContain('certificate-TEST-2026-000001.json');
  });

  test.each(['zh', 'en'] as const)(
    'has a glyph for every field and label in %s',
    async (language) => {
      const pdf = await renderCertificatePdf({ certificate, verifyLink: link, language });
      const letters = lettersOf(pdf);
      const said = certificateFields(sampleCertificate(keys)).flatMap(({ label, value }) => [
        label[language],
        value[language],
      ]);
      for (const letter of said.join('').replaceAll('’', "'")) {
        expect(letters.includes(letter), `the page has no "${letter}"`).toBe(true);
      }
    },
  );

  test('is one page, the same for the same certificate', async () => {
    const [one, other] = await Promise.all([
      renderCertificatePdf({ certificate, verifyLink: link }),
      renderCertificatePdf({ certificate, verifyLink: link }),
    ]);
    expect(one.toString('latin1')).toContain('/Count 1');
    expect(one.equals(other)).toBe(true);
  });

  test('stays one page with long names and a long note', async () => {
    const long = await issuer.issue(
      sampleCertificate(keys, {
        child: { name: '阿卜杜热西提·麦麦提尼亚孜'.repeat(3), idNumberLastFour: '001X' },
        achievement: {
          ...sampleCertificate(keys).achievement,
          criteria: { zh: '参加家庭教育指导与亲子实践，'.repeat(20), en: 'words '.repeat(100) },
        },
      }),
    );
    const admissionUse = { zh: '说明。'.repeat(120), en: 'note '.repeat(200) };
    const pdf = await renderCertificatePdf({ certificate: long, verifyLink: link, admissionUse });
    expect(pdf.toString('latin1')).toContain('/Count 1');
  });
});

describe('a name with rare characters', () => {
  const set = (name: string, rareFace?: Buffer) => {
    const setter = new TextSetter(rareFace);
    const runs = setter.runs(name, 'regular');
    return { runs, text: runs.map((run) => run.text).join(''), missing: [...setter.missing] };
  };
  const paperFor = async (name: string, language: 'zh' | 'en' = 'zh') => {
    const child = { name, idNumberLastFour: '001X' };
    const signed = await issuer.issue(sampleCertificate(keys, { child }));
    return renderCertificatePdf({ certificate: signed, verifyLink: link, language });
  };

  test.each([
    '王𬭚',
    '㛃䶮𠅤',
    '昇喆堃翀祎玥珺',
    '阿卜杜拉·买买提',
    'Nguyễn Thị Ánh',
    'García-Müller',
  ])('is drawn as it is: %s', async (name) => {
    expect(set(name)).toMatchObject({ text: name, missing: [] });
    const letters = lettersOf(await paperFor(name));
    for (const letter of name) expect(letters, `the page has no "${letter}"`).toContain(letter);
  });

  test('that no font has writes them out and says so', async () => {
    expect(set(NAME)).toMatchObject({ text: '王〔U+20BB7〕小禾', missing: ['𠮷'] });
    for (const language of ['zh', 'en'] as const) {
      const letters = lettersOf(await paperFor(NAME, language));
      for (const letter of '〔U+20B7〕') expect(letters).toContain(letter);
    }
    expect(lettersOf(await paperFor(NAME))).toContain('库');
    expect(lettersOf(await paperFor('王小禾'))).not.toContain('库');
  });

  test('is drawn whole with a font that has them', () => {
    const [file] = globSync('node_modules/playwright-core/lib/vite/**/codicon*.ttf');
    const icons = readFileSync(file ?? '');
    const { runs, missing } = set('王\uEA60小禾', icons);
    expect(runs).toEqual([
      { face: 'regular', text: '王' },
      { face: 'rare', text: '\uEA60' },
      { face: 'regular', text: '小禾' },
    ]);
    expect(missing).toEqual([]);
  });

  test('of variants and of letters with loose accents is drawn by what the font has', () => {
    expect(set('葛\u{E0100}城').text).toBe('葛城');
    expect(set('Rene\u0301').text).toBe('Ren\u00E9');
  });

  test('that is no font in the settings is refused with a sentence', async () => {
    await expect(readRareFont('package.json')).rejects.toThrow(/GONGYU_RARE_FONT.*package\.json/);
    await expect(readRareFont('no/such.ttf')).rejects.toThrow('give a font file');
  });
});

test('the verify page and the paper show one list, in which each field changes with the certificate', () => {
  const plain = sampleCertificate(keys);
  const valuesOf = (input: typeof plain) =>
    new Map(certificateFields(input).map(({ key, value }) => [key, value.zh]));
  const other = valuesOf({
    ...plain,
    number: 'TEST-2',
    child: { name: '李小满', idNumberLastFour: '0028' },
    districtName: { zh: '别区', en: 'Other' },
    achievement: { ...plain.achievement, criteria: { zh: '别的', en: 'other' } },
    threshold: 3050,
    issuer: { ...plain.issuer, name: { zh: '别的单位', en: 'Other' } },
    issuedAt: '2026-11-01T00:00:00Z',
    validUntil: '2030-01-01T00:00:00Z',
  });
  for (const [key, value] of valuesOf(plain)) expect(other.get(key)).not.toBe(value);
  expect(other.get('threshold')).toBe('30.5 分');
});

test('a date is the day it is in China', () => {
  const lateEvening = sampleCertificate(keys, { issuedAt: '2026-10-18T16:30:00Z' });
  const issued = certificateFields(lateEvening).find(({ key }) => key === 'issued_on');
  expect(issued?.value).toEqual({ zh: '2026年10月19日', en: '19 October 2026' });
});
