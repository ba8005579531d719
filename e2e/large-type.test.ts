import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, PHONE, type Visitor, visit } from './browser.ts';
import { type RunningDistrict, removeDistrict, startSmallDistrict } from './running-district.ts';

let district: RunningDistrict;
let browser: Browser;
let elder: Visitor;

beforeAll(async () => {
  district = await startSmallDistrict();
  browser = await openBrowser();
  elder = await visit(browser, district.url, { persona: 'grandparent', size: PHONE });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await district?.stop();
  if (district) await removeDistrict(district);
});

const pages = [
  '/app/',
  '/app/activities',
  '/app/my-activities',
  '/app/my-code',
  '/app/growth',
  '/app/growth/how',
  '/app/growth/entries',
  '/app/certificates',
  '/app/me',
  '/app/devices',
  '/app/family',
  '/app/notices',
  '/app/install',
  '/app/help',
];

interface Measured {
  readonly body: number;
  readonly smallText: string[];
  readonly smallTargets: string[];
  readonly width: number;
}

/** Letters under 18 px, and what is pressed under 60 × 60 px; a link within a sentence is as high as its line. */
const MEASURE = `(() => {
  const isSeen = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && getComputedStyle(element).visibility !== 'hidden';
  };
  const smallText = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement: at, textContent: text } = walker.currentNode;
    if (!text.trim() || !isSeen(at) || at.closest('svg, script, noscript')) continue;
    if (parseFloat(getComputedStyle(at).fontSize) < 18) smallText.push(text.trim());
  }
  const smallTargets = [];
  for (const element of document.querySelectorAll('a[href], button, input, select, summary')) {
    if (!isSeen(element) || getComputedStyle(element).display === 'inline') continue;
    const { width, height } = (element.closest('label') ?? element).getBoundingClientRect();
    if (width < 59.5 || height < 59.5) smallTargets.push(element.innerText + ' ' + width + ' × ' + height);
  }
  const body = parseFloat(getComputedStyle(document.body).fontSize);
  return { body, smallText, smallTargets, width: document.documentElement.scrollWidth };
})()`;

/** A browser without a screen has no voice: this one writes down what it would say. */
const A_VOICE = `
  const said = [];
  Object.defineProperty(window, 'said', { value: said });
  Object.defineProperty(window, 'speechSynthesis', { value: {
    getVoices: () => [{ name: 'Ting', lang: 'zh-CN' }],
    speak: ({ text }) => said.push(text),
    cancel: () => said.push('(quiet)'),
  } });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
`;

describe('the phone of a grandparent', () => {
  test.each([
    { step: 'large', body: 24 },
    { step: 'larger', body: 27 },
    { step: 'largest', body: 30 },
  ])('shows nothing small and nothing hard to hit in $step type', async ({ step, body }) => {
    for (const path of pages) {
      await elder.go(`${path}?type=${step}`);
      const measured = await elder.page.evaluate<Measured>(MEASURE);
      const nothingSmall = { body, smallText: [], smallTargets: [], width: PHONE.width };
      expect.soft(measured, path).toEqual(nothingSmall);
    }
  });

  test('has four doors on its home, and chooses how large under 我的', async () => {
    const { page } = elder;
    await elder.go('/app/');
    expect(await page.getByRole('navigation', { name: '请选择' }).getByRole('link').count()).toBe(
      4,
    );
    await elder.go('/app/me');
    await page.getByRole('button', { name: '大', exact: true }).click();
    const { body } = await page.evaluate<Measured>(MEASURE);
    expect(body).toBe(24);
  });

  test('reads the page aloud from its title on, stops when told, and falls silent on another page', async () => {
    const { page } = elder;
    expect(await page.getByRole('button', { name: '读给我听' }).count()).toBe(0);
    await page.addInitScript(A_VOICE);
    await elder.go('/app/help');
    const said = () => page.evaluate<string[]>('window.said');
    await page.getByRole('button', { name: '读给我听' }).click();
    expect((await said()).slice(0, 2)).toEqual(['(quiet)', '打电话求助']);
    await page.getByRole('button', { name: '停止朗读' }).click();
    expect((await said()).at(-1)).toBe('(quiet)');
    await page.getByRole('button', { name: '读给我听' }).click();
    expect((await said()).at(-1)).not.toBe('(quiet)');
    await page.getByRole('link', { name: '回首页' }).click();
    await page.getByRole('navigation', { name: '请选择' }).waitFor();
    expect((await said()).at(-1)).toBe('(quiet)');
    expect(elder.faults).toEqual([]);
  });
});
