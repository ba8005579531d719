import { create } from 'qrcode';

export const PALETTE = {
  paper: '#FBF8F2',
  white: '#FFFFFF',
  ink: '#1E2B29',
  inkSoft: '#5B6A66',
  pine: '#0B6B5B',
  pineLight: '#3D9A86',
  mint: '#E3F1EC',
  apricot: '#F2A65A',
  hairline: '#D9D5CA',
} as const;

// A leaf stands on (0, 0) and points up, 40 units high; the mark turns and scales it.
const LEAF = 'M0 0 C -12.5 -10 -11.5 -28 0 -40 C 11.5 -28 12.5 -10 0 0 Z';

/** The three-leaf mark (home, school, community) on its sun; `size` points wide, centred on (x, y). */
export function drawMark(doc: PDFKit.PDFDocument, x: number, y: number, size: number): void {
  const scale = size / 80;
  doc.save().translate(x, y).scale(scale);
  doc.circle(0, -6, 33).fillOpacity(0.24).fill(PALETTE.apricot);
  doc.fillOpacity(1);
  const leaf = (turn: number, grow: number, colour: string) => {
    doc.save().translate(0, 22).rotate(turn).scale(grow).path(LEAF).fill(colour).restore();
  };
  leaf(-58, 1.06, PALETTE.pineLight);
  leaf(56, 0.86, PALETTE.apricot);
  leaf(0, 1.28, PALETTE.pine);
  doc.moveTo(0, 6).lineTo(0, 35).lineWidth(2.2).lineCap('round').stroke(PALETTE.pine);
  doc.restore();
}

/** A link as a QR code of vectors, with its quiet zone, `size` points wide. Level M, as print wants. */
export function drawQr(
  doc: PDFKit.PDFDocument,
  link: string,
  place: { x: number; y: number; size: number },
): void {
  const { modules } = create(link, { errorCorrectionLevel: 'M' });
  const quiet = 4;
  const unit = place.size / (modules.size + 2 * quiet);
  doc.save();
  doc.roundedRect(place.x, place.y, place.size, place.size, 6).fill(PALETTE.white);
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (!modules.get(row, column)) continue;
      const from = column;
      // Dark modules in a row become one rectangle: no hair of white between them at any zoom.
      while (column + 1 < modules.size && modules.get(row, column + 1)) column += 1;
      const [left, top] = [place.x + (from + quiet) * unit, place.y + (row + quiet) * unit];
      doc.rect(left, top, (column + 1 - from) * unit, unit * 1.02);
    }
  }
  doc.fill(PALETTE.ink).restore();
}

/** Paper, a pine frame and a hairline inside it. */
export function drawGround(doc: PDFKit.PDFDocument): void {
  const { width, height } = doc.page;
  doc.rect(0, 0, width, height).fill(PALETTE.paper);
  const frame = (inset: number, line: number, radius: number, colour: string) =>
    doc
      .roundedRect(inset, inset, width - 2 * inset, height - 2 * inset, radius)
      .lineWidth(line)
      .stroke(colour);
  frame(26, 1, 14, PALETTE.pine);
  frame(32, 0.4, 10, PALETTE.pine);
}
