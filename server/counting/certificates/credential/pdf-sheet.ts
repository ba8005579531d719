import type { Language, Words } from '../../../platform/index.ts';
import { PALETTE } from './pdf-drawing.ts';
import type { TextSetter } from './pdf-text.ts';

/** Points from the page's edge to what is written, left and right. */
export const MARGIN = 72;

export interface Style {
  readonly size: number;
  readonly face?: 'regular' | 'medium';
  readonly colour?: string;
  readonly width?: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly lineGap?: number;
  readonly indent?: number;
}

/** A page to write on, in one language, that loses no character. */
export class Sheet {
  readonly doc: PDFKit.PDFDocument;
  readonly language: Language;
  readonly setter: TextSetter;
  readonly width: number;

  constructor(doc: PDFKit.PDFDocument, language: Language, setter: TextSetter) {
    this.doc = doc;
    this.language = language;
    this.setter = setter;
    this.width = doc.page.width - 2 * MARGIN;
  }

  pick(words: Words): string {
    return words[this.language];
  }

  /** Writes and returns the y below what was written. */
  write(text: string, x: number, y: number, style: Style): number {
    const { doc } = this;
    const { size, face = 'regular', colour = PALETTE.ink, width = this.width, ...rest } = style;
    const runs = this.setter.runs(text, face);
    doc.fillColor(colour).fontSize(size);
    // Faces differ in height: all stand on the line on which the first one stands.
    doc.font(face);
    const baseline = -this.setter.ascent(face) * size;
    for (const [at, run] of runs.entries()) {
      const options = { ...rest, width, baseline, continued: at < runs.length - 1 };
      doc.font(run.face);
      if (at === 0) doc.text(run.text, x, y, options);
      else doc.text(run.text, options);
    }
    return doc.y;
  }

  height(text: string, { size, face = 'regular', width = this.width, lineGap = 0 }: Style): number {
    const plain = this.setter
      .runs(text, face)
      .map((run) => run.text)
      .join('');
    return this.doc.font(face).fontSize(size).heightOfString(plain, { width, lineGap });
  }
}
