import type { SheetColumn } from '../../../platform/sheets/index.ts';
import type { Ratings } from '../shapes.ts';

/** A line of the sheet: a number, or something that was written. */
export interface RatingLine {
  readonly what: { readonly zh: string; readonly en: string };
  readonly value: string | number | null;
}

/** What the host reads of an event's ratings, a line each. */
export function ratingLines({ answers, average, stars, helped, improve }: Ratings): RatingLine[] {
  return [
    { what: { zh: '评价份数', en: 'Answers' }, value: answers },
    { what: { zh: '平均（满分 5）', en: 'Average (of 5)' }, value: average },
    ...stars.map((many, index) => ({
      what: { zh: `${index + 1} 星`, en: `${index + 1} of 5` },
      value: many,
    })),
    ...helped.map((text) => ({ what: { zh: '有帮助的', en: 'What helped' }, value: text })),
    ...improve.map((text) => ({
      what: { zh: '可以更好的', en: 'What could be better' },
      value: text,
    })),
  ];
}

export const ratingColumns: readonly SheetColumn<RatingLine>[] = [
  { header: { zh: '项目', en: 'What' }, width: 20, value: ({ what }) => what },
  { header: { zh: '内容', en: 'Value' }, width: 60, value: ({ value }) => value },
];
