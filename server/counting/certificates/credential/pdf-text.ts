import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

export type Face = 'regular' | 'medium' | 'rare';

/** One stretch of text in one face. */
export interface Run {
  readonly face: Face;
  readonly text: string;
}

const { resolve } = createRequire(import.meta.url);
const FILES = {
  regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  medium: '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
} as const;

const opened = new Map<string, { bytes: Buffer; font: Font }>();

/** The bytes of a bundled face (Noto Sans SC, SIL Open Font License), read once. */
export function faceBytes(face: 'regular' | 'medium'): Buffer {
  return openFace(face).bytes;
}

/** Splits a text into what a face can draw, what `rare` can, and what neither can. */
export class TextSetter {
  /** Characters that no face has, as met so far. */
  readonly missing = new Set<string>();
  readonly #rare: Font | undefined;

  /** `rareFace`: bytes of a font for characters that Noto Sans SC lacks. */
  constructor(rareFace: Buffer | undefined) {
    this.#rare = rareFace && asFont(rareFace);
  }

  /** How far a face reaches above the line, as a share of the size. */
  ascent(face: 'regular' | 'medium'): number {
    const { font } = openFace(face);
    return font.ascent / font.unitsPerEm;
  }

  /**
   * The runs of a text. A character that no face has (a rare character in a name) is written as its code
   * point, 〔U+20BB7〕: an empty box would be a name lost.
   */
  runs(text: string, face: 'regular' | 'medium'): Run[] {
    const { font } = openFace(face);
    const runs: Run[] = [];
    for (const character of drawable(text)) {
      const code = character.codePointAt(0) ?? 0;
      if (font.hasGlyphForCodePoint(code)) join(runs, { face, text: character });
      else if (this.#rare?.hasGlyphForCodePoint(code))
        join(runs, { face: 'rare', text: character });
      else {
        this.missing.add(character);
        join(runs, { face, text: writtenOut(character) });
      }
    }
    return runs;
  }
}

function writtenOut(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `〔U+${code.toString(16).toUpperCase().padStart(4, '0')}〕`;
}

const VARIATION_SELECTORS = /[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/gu;

/**
 * The same text as faces have it. Noto Sans SC draws curly quotes as wide as a Han character, which tears English
 * words apart; it has é and not e with an accent after it; and it knows no variants of one character, so what
 * asks for a variant goes, and the character stays.
 */
function drawable(text: string): string {
  return text
    .replaceAll(/(?<=[A-Za-z])’/g, "'")
    .replaceAll(/\p{Script=Latin}\p{Mn}+/gu, (letter) => letter.normalize('NFC'))
    .replaceAll(VARIATION_SELECTORS, '');
}

function join(runs: Run[], next: Run): void {
  const last = runs.at(-1);
  if (last?.face === next.face) runs.splice(-1, 1, { ...last, text: last.text + next.text });
  else runs.push(next);
}

function openFace(face: 'regular' | 'medium'): { bytes: Buffer; font: Font } {
  const known = opened.get(face);
  if (known) return known;
  const bytes = readFileSync(resolve(FILES[face]));
  const made = { bytes, font: asFont(bytes) };
  opened.set(face, made);
  return made;
}

/** Throws with a sentence where the bytes are no font, or several. */
export function checkFace(bytes: Buffer): void {
  asFont(bytes);
}

function asFont(bytes: Buffer): Font {
  const font = create(bytes);
  if ('fonts' in font) throw new TypeError('Give one font, not a collection of fonts.');
  return font;
}
