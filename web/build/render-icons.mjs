// Renders the phone app's icons from the mark: `GONGYU_CHROMIUM=/usr/bin/chromium node web/build/render-icons.mjs`.
// They are checked in, so that a build needs no browser; run this when the mark changes.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const PAPER = '#fbf8f2';
const mark = readFileSync(new URL('../shared/mark/mark.svg', import.meta.url), 'utf8');

/** A maskable icon may be cut to a circle of four fifths: the mark keeps well inside. */
const icons = [
  { name: '180', edge: 180, share: 0.76 },
  { name: '192', edge: 192, share: 0.76 },
  { name: '512', edge: 512, share: 0.76 },
  { name: 'maskable-512', edge: 512, share: 0.54 },
];

const executablePath = process.env.GONGYU_CHROMIUM;
if (!executablePath) throw new Error('Give the path of a Chromium by GONGYU_CHROMIUM.');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
for (const { name, edge, share } of icons) {
  const page = await browser.newPage({ viewport: { width: edge, height: edge } });
  const size = Math.round(edge * share);
  await page.setContent(
    `<style>body{margin:0;height:100vh;display:grid;place-items:center;background:${PAPER}}` +
      `svg{width:${size}px;height:${size}px}</style>${mark}`,
  );
  const path = fileURLToPath(new URL(`../carer/icons/${name}.png`, import.meta.url));
  await page.screenshot({ path });
  await page.close();
}
await browser.close();
