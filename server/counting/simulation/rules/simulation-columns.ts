import type { Words } from '../../../platform/index.ts';
import type { SheetColumn } from '../../../platform/sheets/index.ts';
import type { GroupLine } from '../shapes.ts';

interface Row {
  readonly dimension: Words;
  readonly line: GroupLine;
}

const number = (zh: string, en: string, value: (line: GroupLine) => number): SheetColumn<Row> => ({
  header: { zh, en },
  width: 14,
  value: ({ line }) => value(line),
});

/** The fairness table as a sheet; shares in percent, points in points. */
export const simulationColumns: readonly SheetColumn<Row>[] = [
  { header: { zh: '按什么分', en: 'By' }, width: 16, value: ({ dimension }) => dimension },
  { header: { zh: '哪些家庭', en: 'Families' }, width: 28, value: ({ line }) => line.name },
  number('家庭数', 'How many', ({ families }) => families),
  number('积分增加', 'Gain points', ({ gain }) => gain),
  number('积分减少', 'Lose points', ({ lose }) => lose),
  number('变为达到', 'Now reach it', ({ up }) => up),
  number('变为达不到', 'No longer', ({ down }) => down),
  number('达到比例（现在）%', 'Reach it, now %', ({ share_before }) => share_before / 100),
  number('达到比例（改后）%', 'Reach it, after %', ({ share_after }) => share_after / 100),
  number('与其他家庭的差（现在）', 'Gap to the rest, now', ({ gap_before }) => gap_before / 100),
  number('与其他家庭的差（改后）', 'Gap to the rest, after', ({ gap_after }) => gap_after / 100),
  number('积分中位数（现在）', 'Median points, now', (line) => line.median_before / 100),
  number('积分中位数（改后）', 'Median points, after', (line) => line.median_after / 100),
];
