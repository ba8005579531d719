import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Result, RunOptions } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';

const SWITCHES = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** For what usually takes a moment: two journeys share the machine with whatever else it does. */
const PATIENCE_MILLISECONDS = 60_000;

export const PHONE = { width: 360, height: 740 };
export const LARGER_PHONE = { width: 390, height: 844 };
export const DESK = { width: 1440, height: 900 };

export function openBrowser(): Promise<Browser> {
  const executablePath = process.env.GONGYU_CHROMIUM ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: SWITCHES });
}

/** A page of its own, signed in as one of the demo's people; what goes wrong on it is remembered. */
export interface Visitor {
  readonly page: Page;
  /** Errors of the console and answers of 500 and above. */
  readonly faults: string[];
  go(path: string): Promise<void>;
  /** What a reader sees of the page. */
  text(): Promise<string>;
  /** Asks the server as this person, from inside the page. */
  ask<Answer>(method: string, path: string, body?: object): Promise<Answer>;
  /**
   * Rules of WCAG 2.2 A and AA that the page breaks, each with the place. `every-page.test.ts` walks through all pages
   * as one comes to them; a journey asks only about what its deeds have brought about.
   */
  broken(): Promise<string[]>;
}

export async function visit(
  browser: Browser,
  url: string,
  {
    persona,
    size,
    language = 'zh-CN',
    userAgent,
  }: { persona?: string; size: typeof PHONE; language?: string; userAgent?: string },
): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: size,
    locale: language,
    timezoneId: 'Asia/Shanghai',
    ...(userAgent && { userAgent }),
  });
  context.setDefaultTimeout(PATIENCE_MILLISECONDS);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(`${url}/healthz`);
  const visitor: Visitor = {
    page,
    faults,
    async go(path) {
      await page.goto(`${url}${path}`);
      await page.waitForLoadState('networkidle');
      await page.locator(NOT_YET_OPEN).first().waitFor({ state: 'detached' });
    },
    text: () => page.locator('body').innerText(),
    ask: <Answer>(method: string, path: string, body?: object) =>
      page.evaluate(
        async ([how, where, what]) => {
          const headers = { 'content-type': 'application/json' };
          const request = { method: how, ...(what && { headers, body: JSON.stringify(what) }) };
          const answer = await fetch(`/api/v1${where}`, request);
          if (!answer.ok)
            throw new Error(`${how} ${where}: ${answer.status} ${await answer.text()}`);
          return answer.status === 204 ? null : answer.json();
        },
        [method, path, body] as const,
      ) as Promise<Answer>,
    async broken() {
      await page.evaluate(AXE);
      const look = async () => {
        await page.evaluate(ANIMATIONS_AT_REST);
        return page.evaluate<Result[]>(VIOLATIONS);
      };
      // What begins to move while axe looks is half transparent to it: only what is still there counts.
      const violations = (await look()).length > 0 ? await look() : [];
      return violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${page.url()}: ${id} at ${node.target.join(' ')}`),
      );
    },
  };
  if (persona) await visitor.ask('POST', '/demo/sign-in', { persona });
  return visitor;
}

/**
 * Axe within the page itself. `@axe-core/playwright` opens a second page for each check, to join the findings of
 * frames: we have none, and that page cost more than the check.
 */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WCAG: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  // Of what is in order, where it stands is not worked out.
  resultTypes: ['violations'],
};
const VIOLATIONS = `axe.run(${JSON.stringify(WCAG)}).then(({ violations }) => violations)`;

/** On a machine that has just begun, the network rests while the page's program is still being read. */
const NOT_YET_OPEN = '.opening-page, .opening, [data-loading]';

/** What moves in or out is half transparent while it moves; what turns for ever is not waited for. */
const ANIMATIONS_AT_REST = `Promise.allSettled(
  document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    .map(({ finished }) => finished),
)`;
