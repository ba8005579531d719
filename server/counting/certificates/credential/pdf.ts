import PDFDocument from 'pdfkit';
import type { Language, Words } from '../../../platform/index.ts';
import { SM2_ID } from '../../../platform/signing/index.ts';
import { credentialBytes, readCertificate } from './build.ts';
import { showPoints } from './days.ts';
import { type CertificateField, certificateFields } from './fields.ts';
import { drawGround, drawMark, drawQr, PALETTE } from './pdf-drawing.ts';
import { MARGIN, Sheet, type Style } from './pdf-sheet.ts';
import { faceBytes, TextSetter } from './pdf-text.ts';
import type { CertificateInput, SignedCertificate } from './shapes.ts';

export interface CertificatePdfInput {
  /** What is printed is read from this, and this is attached: the two cannot differ. */
  readonly certificate: SignedCertificate;
  /** The link in the QR: see `verifyLink`. */
  readonly verifyLink: string;
  /** What the district says the certificate may be used for, with its legal basis. */
  readonly admissionUse?: Words;
  /** Chinese unless told. */
  readonly language?: Language;
  /** Of the attached credential's bytes, for places that demand national cryptography; attached too. */
  readonly sm2Signature?: Buffer;
  /** A font for characters that Noto Sans SC lacks; without one they are printed as code points. */
  readonly rareFace?: Buffer;
}

const LABEL_WIDTH = 128;
const QR_SIZE = 104;
const FOOT_TOP = 616;
const STATEMENT_TOP = 236;
const FIELDS_TOP = 324;
const FIELDS_BOTTOM = 600;
const NOTES_TOP = 734;
const NOTES_BOTTOM = 800;

/** The certificate on one page of A4, as PDF. The same input gives the same page. */
export async function renderCertificatePdf(input: CertificatePdfInput): Promise<Buffer> {
  const { certificate } = input;
  const says = readCertificate(certificate);
  const doc = openDocument(says, input.language ?? 'zh');
  const sheet = new Sheet(doc, input.language ?? 'zh', new TextSetter(input.rareFace));
  if (input.rareFace) doc.registerFont('rare', input.rareFace);
  const bytes = collect(doc);
  drawGround(doc);
  drawTitle(sheet, says);
  drawStatement(sheet, says);
  drawFields(sheet, certificateFields(says));
  drawFoot(sheet, says, input);
  attach(doc, input, says);
  doc.end();
  return bytes;
}

function openDocument(says: CertificateInput, language: Language): PDFKit.PDFDocument {
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    lang: language === 'zh' ? 'zh-CN' : 'en',
    displayTitle: true,
    info: {
      Title: `${says.achievement.name[language]} ${says.number}`,
      Author: says.issuer.name[language],
      CreationDate: new Date(says.issuedAt),
    },
  });
  doc.registerFont('regular', faceBytes('regular'));
  doc.registerFont('medium', faceBytes('medium'));
  return doc;
}

function collect(doc: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}

function attach(
  doc: PDFKit.PDFDocument,
  { certificate, sm2Signature }: CertificatePdfInput,
  says: CertificateInput,
): void {
  const name = `certificate-${says.number.replaceAll(/[^A-Za-z0-9._-]/g, '_')}.json`;
  const issued = new Date(says.issuedAt);
  const dates = { creationDate: issued, modifiedDate: issued };
  doc.file(credentialBytes(certificate), {
    name,
    type: 'application/ld+json',
    description: 'Open Badges 3.0 / Verifiable Credentials 2.0',
    ...dates,
  });
  if (!sm2Signature) return;
  doc.file(sm2Signature, {
    name: `${name}.sm2`,
    type: 'application/octet-stream',
    description: `SM2/SM3 (GB/T 32918), DER, distid ${SM2_ID}`,
    ...dates,
  });
}

function drawTitle(sheet: Sheet, says: CertificateInput): void {
  const { doc } = sheet;
  const middle = doc.page.width / 2;
  drawMark(doc, middle, 92, 84);
  const { zh, en } = says.achievement.name;
  const [large, small] = sheet.language === 'zh' ? [zh, en] : [en, zh];
  const size = large.length > 24 ? 22 : 30;
  const y = sheet.write(large, MARGIN, 144, {
    size,
    face: 'medium',
    colour: PALETTE.pine,
    align: 'center',
  });
  const below = sheet.write(small, MARGIN, y + 2, {
    size: 11,
    colour: PALETTE.inkSoft,
    align: 'center',
  });
  const line = below + 12;
  doc
    .moveTo(middle - 18, line)
    .lineTo(middle + 18, line)
    .lineWidth(1.6)
    .stroke(PALETTE.apricot);
}

function drawStatement(sheet: Sheet, says: CertificateInput): void {
  const { child } = says;
  const points = showPoints(says.threshold);
  const zh = `兹证明 ${child.name}（身份证件号末四位 ${child.idNumberLastFour}）的家长用心参加家庭教育学习与家校社共育实践，成长积分达到 ${points} 分，特发此证明。`;
  const en = `This certifies that the carers of ${child.name} (ID number ending ${child.idNumberLastFour}) have taken part in family-education learning and co-education practice, and have reached ${points} growth points.`;
  const text = sheet.pick({ zh, en });
  const styleOf = (size: number): Style => ({
    size,
    lineGap: size / 2,
    indent: sheet.language === 'zh' ? 2 * size : 0,
  });
  // The first line's indent is not in the height; the spare points below leave room for it.
  const fits = (size: number) =>
    STATEMENT_TOP + sheet.height(text, styleOf(size)) + size <= FIELDS_TOP;
  sheet.write(text, MARGIN, STATEMENT_TOP, styleOf([13, 12, 11, 10, 9, 8].find(fits) ?? 7));
}

function drawFields(sheet: Sheet, fields: readonly CertificateField[]): void {
  const { doc } = sheet;
  const size =
    [11, 10, 9, 8, 7].find(
      (tried) => fieldsHeight(sheet, fields, tried) <= FIELDS_BOTTOM - FIELDS_TOP,
    ) ?? 6;
  const hairline = (y: number) =>
    doc
      .moveTo(MARGIN, y)
      .lineTo(MARGIN + sheet.width, y)
      .lineWidth(0.5)
      .stroke(PALETTE.hairline);
  let y = FIELDS_TOP;
  hairline(y);
  for (const { label, value } of fields) {
    const next = y + rowHeight(sheet, sheet.pick(value), size);
    const text = y + size * 0.6;
    sheet.write(sheet.pick(label), MARGIN, text, {
      size,
      colour: PALETTE.inkSoft,
      width: LABEL_WIDTH,
    });
    sheet.write(sheet.pick(value), MARGIN + LABEL_WIDTH, text, valueStyle(sheet, size));
    y = next;
    hairline(y);
  }
}

function valueStyle(sheet: Sheet, size: number): Style {
  return { size, width: sheet.width - LABEL_WIDTH, lineGap: 2 };
}

function rowHeight(sheet: Sheet, value: string, size: number): number {
  return sheet.height(value, valueStyle(sheet, size)) + size * 1.1;
}

function fieldsHeight(sheet: Sheet, fields: readonly CertificateField[], size: number): number {
  return fields.reduce((sum, { value }) => sum + rowHeight(sheet, sheet.pick(value), size), 0);
}

function drawFoot(sheet: Sheet, says: CertificateInput, input: CertificatePdfInput): void {
  const { doc } = sheet;
  drawQr(doc, input.verifyLink, { x: MARGIN, y: FOOT_TOP, size: QR_SIZE });
  const left = MARGIN + QR_SIZE + 14;
  const address = input.verifyLink.replace(/^https:\/\//, '').replace(/#.*$/, '');
  const how = sheet.pick({
    zh: '用手机扫一扫左侧二维码，核验页会列出上面的每一项。纸面与核验页不一致时，以核验页为准。',
    en: 'Scan the code: the verify page lists every line above. Where paper and page differ, the page is right.',
  });
  const style = { size: 8.5, colour: PALETTE.inkSoft, width: 152, lineGap: 3 };
  const title = { ...style, size: 10, face: 'medium' as const, colour: PALETTE.pine };
  let y = sheet.write(
    sheet.pick({ zh: '怎样核验', en: 'How to verify' }),
    left,
    FOOT_TOP + 4,
    title,
  );
  y = sheet.write(how, left, y + 1, style);
  sheet.write(address, left, y + 1, { ...style, colour: PALETTE.pine });
  drawIssuer(sheet, says);
  drawNotes(sheet, input);
}

function drawIssuer(sheet: Sheet, says: CertificateInput): void {
  const fields = certificateFields(says);
  const valueFor = (key: CertificateField['key']) => {
    const found = fields.find((field) => field.key === key);
    return found ? sheet.pick(found.value) : '';
  };
  const [issuer, issuedOn] = [valueFor('issuer'), valueFor('issued_on')];
  const width = 172;
  const x = MARGIN + sheet.width - width;
  const nameStyle = (size: number): Style => ({
    size,
    face: 'medium',
    width,
    align: 'right',
    lineGap: 3,
  });
  const oneLine = (size: number) => sheet.height(issuer, nameStyle(size)) < size * 2;
  const name = nameStyle([12, 11, 10].find(oneLine) ?? 12);
  const day: Style = { size: 11, width, align: 'right' };
  // Set from below, so that a long name grows upward and never into the notes.
  const top = FOOT_TOP + QR_SIZE - sheet.height(issuer, name) - sheet.height(issuedOn, day) - 4;
  sheet.write(issuedOn, x, sheet.write(issuer, x, top, name) + 4, day);
}

function drawNotes(sheet: Sheet, { admissionUse }: CertificatePdfInput): void {
  const missing = [...sheet.setter.missing];
  const notes = [
    admissionUse && sheet.pick(admissionUse),
    sheet.pick({
      zh: '本 PDF 附有可由任何机构独立验证的电子凭证（Open Badges 3.0）。',
      en: 'Attached to this PDF is the electronic credential, which anyone can verify (Open Badges 3.0).',
    }),
    missing.length > 0 &&
      sheet.pick({
        zh: `字库没有的字（共 ${missing.length} 个）写作〔统一码〕，不留空白；电子凭证和核验页中为原字。`,
        en: `Characters that the font lacks (${missing.length}) stand as their code points; the credential and the verify page have them as they are.`,
      }),
  ].filter((note): note is string => typeof note === 'string' && note !== '');
  const styleOf = (size: number): Style => ({ size, colour: PALETTE.inkSoft, lineGap: 2 });
  const fits = (size: number) =>
    notes.reduce((sum, note) => sum + sheet.height(note, styleOf(size)) + 1, NOTES_TOP) <=
    NOTES_BOTTOM;
  const style = styleOf([8, 7.5, 7, 6.5, 6].find(fits) ?? 5.5);
  let y = NOTES_TOP;
  for (const note of notes) y = sheet.write(note, MARGIN, y, style) + 1;
}
