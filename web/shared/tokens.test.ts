import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dark, LARGE_TYPE_FACTOR, largeDark, largeLight, light, type Palette } from './tokens.ts';

const tokensCss = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** The custom properties of the four blocks of tokens.css, each over the one it builds on. */
function palettesOfCss(): Record<'light' | 'dark' | 'largeLight' | 'largeDark', Palette> {
  const blocks = [
    ...tokensCss.matchAll(/(?<!html):root(?:\[data-type="large"\])? \{([^}]*)\}/g),
  ].map(
    ([, body]) =>
      Object.fromEntries(
        [...(body ?? '').matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [
          name,
          colour,
        ]),
      ) as Partial<Palette>,
  );
  const [day, night, largeDay, largeNight] = blocks;
  const lightCss = { ...day } as Palette;
  const darkCss = { ...lightCss, ...night };
  return {
    light: lightCss,
    dark: darkCss,
    largeLight: { ...lightCss, ...largeDay },
    largeDark: { ...darkCss, ...largeDay, ...largeNight },
  };
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const textOnGround: readonly (readonly [keyof Palette, keyof Palette])[] = [
  ['ink', 'paper'],
  ['ink', 'card'],
  ['ink-soft', 'paper'],
  ['ink-soft', 'card'],
  ['pine', 'paper'],
  ['pine', 'card'],
  ['pine-deep', 'card'],
  ['on-pine', 'pine'],
  ['on-pine', 'pine-deep'],
  ['on-mint', 'mint'],
  ['amber', 'amber-ground'],
  ['brick', 'card'],
  ['brick', 'paper'],
  ['brick', 'brick-ground'],
  ['on-brick', 'brick'],
];

describe('the colours', () => {
  const css = palettesOfCss();

  it('are the same for the style sheets and for antd', () => {
    expect(css).toEqual({ light, dark, largeLight, largeDark });
  });

  it.each(['light', 'dark'] as const)('let every text be read at 4.5 : 1 in %s', (mode) => {
    for (const [text, ground] of textOnGround) {
      const measured = contrast(css[mode][text], css[mode][ground]);
      expect.soft(measured, `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(['largeLight', 'largeDark'] as const)('let elders read at 7 : 1 in %s', (mode) => {
    for (const [text, ground] of textOnGround) {
      const measured = contrast(css[mode][text], css[mode][ground]);
      expect.soft(measured, `${text} on ${ground}`).toBeGreaterThanOrEqual(7);
    }
  });

  it.each(['light', 'dark', 'largeLight', 'largeDark'] as const)(
    'show the edge of a field at 3 : 1 in %s',
    (mode) => {
      for (const ground of ['paper', 'card'] as const) {
        expect
          .soft(contrast(css[mode].outline, css[mode][ground]), ground)
          .toBeGreaterThanOrEqual(3);
      }
    },
  );

  it('make large type at least half as large again', () => {
    expect(LARGE_TYPE_FACTOR).toBeGreaterThanOrEqual(1.5);
    expect(tokensCss).toContain(`font-size: ${LARGE_TYPE_FACTOR * 100}%`);
  });

  it('let elders choose among body types of 24 to 30 px, of which the smallest letters have 18', () => {
    const percents = [...tokensCss.matchAll(/font-size: ([\d.]+)%/g)].map(([, percent]) => percent);
    expect(percents.map((percent) => Number(percent) * 0.16)).toEqual([24, 27, 30]);
    const smallest = Number(/--type-12: ([\d.]+)rem/.exec(tokensCss)?.[1]);
    expect(smallest * 24).toBeGreaterThanOrEqual(18);
  });
});
