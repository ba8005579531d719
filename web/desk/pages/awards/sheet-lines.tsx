import type { AwardSheetLines } from '../../queries/awards.ts';
import { useWords } from '../../words/words.ts';
import { RowsTable } from '../parts/list-table.tsx';
import { useSay } from '../parts/say.ts';

type Line = AwardSheetLines['items'][number];
type Problem = AwardSheetLines['problems'][number];

/** What the sheet would enter. */
export function SheetLines({ lines }: { readonly lines: readonly Line[] }) {
  const { t } = useWords();
  const say = useSay();
  if (lines.length === 0) return null;
  return (
    <RowsTable<Line>
      rows={lines}
      label={t('awards.preview')}
      rowKey={({ row }) => String(row)}
      columns={[
        { title: t('paper.row'), dataIndex: 'row' },
        { title: t('awards.carer'), render: (_, one) => `${one.carer} · ${one.child}` },
        { title: t('awards.deed'), render: (_, { kind_name: name }) => say(name) },
        { title: t('awards.day'), dataIndex: 'done_on' },
        { title: t('awards.amount'), dataIndex: 'quantity' },
        { title: t('awards.reason'), dataIndex: 'reason' },
      ]}
    />
  );
}

/** The lines that are left out, each with its place and the reason. */
export function SheetProblems({ problems }: { readonly problems: readonly Problem[] }) {
  const { t } = useWords();
  const say = useSay();
  if (problems.length === 0) return null;
  const title = t('paper.problems', { count: problems.length });
  return (
    <>
      <h3>{title}</h3>
      <RowsTable<Problem>
        rows={problems}
        label={title}
        rowKey={({ row, column }) => `${row} ${column.zh}`}
        columns={[
          { title: t('paper.row'), dataIndex: 'row' },
          { title: t('paper.column'), render: (_, { column }) => say(column) },
          { title: t('paper.reason'), render: (_, { reason }) => say(reason) },
        ]}
      />
    </>
  );
}
