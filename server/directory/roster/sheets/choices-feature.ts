import type Stream from 'node:stream';
import type { Feature } from 'write-excel-file/node';
import {
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeAttributeValue,
  sanitizeTextContent,
} from 'write-excel-file/utility';
import { columnLetter } from '../rules/mask-value.ts';

/** What the library's node entry takes for a file; it does not export the name. */
type FileContent = Stream | Buffer | Blob;

/** A column of one sheet whose cells are chosen from a list. */
export interface Choices {
  readonly sheetIndex: number;
  readonly columnIndex: number;
  readonly choices: readonly string[];
}

const LAST_ROW = 5_000;
/** What must come before data validations in a sheet's XML, should the library not list them. */
const ORDER = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetProtection',
  'autoFilter',
  'mergeCells',
  'conditionalFormatting',
  'dataValidations',
  'pageMargins',
  'pageSetup',
  'drawing',
];

/** Drop-down lists, which write-excel-file leaves to features of one's own. */
export function choicesFeature(all: readonly Choices[]): Feature<FileContent> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => {
            const here = all.filter((choice) => choice.sheetIndex === sheetIndex);
            if (here.length === 0) return xml;
            const known = getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet');
            const order = known?.includes('dataValidations') ? known : ORDER;
            return insertElementMarkupAccordingToOrderOfSiblings(
              xml,
              markupOf(here),
              order,
              'worksheet',
            );
          },
        },
      },
    },
  };
}

function markupOf(choices: readonly Choices[]): string {
  const lists = choices.map(({ columnIndex, choices: words }) => {
    const letter = columnLetter(columnIndex);
    const range = sanitizeAttributeValue(`${letter}2:${letter}${LAST_ROW}`);
    const list = sanitizeTextContent(`"${words.join(',')}"`);
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${range}"><formula1>${list}</formula1></dataValidation>`;
  });
  return `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
}
