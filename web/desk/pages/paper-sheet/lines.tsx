import type { PaperPreview } from '../../../shared/api-types.gen.ts';
import { formatInstant } from '../../../shared/format.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import { useWords } from '../../words/words.ts';
import { RowsTable } from '../parts/list-table.tsx';
import { useSay } from '../parts/say.ts';
import { Tag } from '../parts/tag.tsx';

type Line = PaperPreview['items'][number];
type Problem = PaperPreview['problems'][number];

/** Who was there by the sheet, and what that changes. */
export function PaperLines({ lines }: { readonly lines: readonly Line[] }) {
  const { t } = useWords();
  const language = useLanguage();
  if (lines.length === 0) return null;
  return (
    <RowsTable<Line>
      rows={lines}
      label={t('paper.preview')}
      rowKey={({ row }) => String(row)}
      columns={[
        { title: t('paper.row'), dataIndex: 'row' },
        {
          title: t('registrations.carers'),
          render: (_, one) => [one.carer_name, one.child_name].filter(Boolean).join(' · '),
        },
        {
          title: t('signInSheet.entered'),
          render: (_, one) => formatInstant(one.entered_at, language),
        },
        {
          title: t('signInSheet.left'),
          render: (_, one) => one.left_at && formatInstant(one.left_at, language),
        },
        {
          title: t('paper.change'),
          render: (_, { change }) => (
            <Tag tone={change === 'same' ? 'plain' : 'mint'}>{t(`paper.${change}`)}</Tag>
          ),
        },
      ]}
    />
  );
}

/** The lines that are left out, each with its place and the reason. */
export function PaperProblems({ problems }: { readonly problems: readonly Problem[] }) {
  const { t } = useWords();
  const say = useSay();
  if (problems.length === 0) return null;
  return (
    <>
      <h3>{t('paper.problems', { count: problems.length })}</h3>
      <RowsTable<Problem>
        rows={problems}
        label={t('paper.problems', { count: problems.length })}
        rowKey={({ row, column }) => `${row} ${column.zh}`}
        columns={[
          { title: t('paper.row'), dataIndex: 'row' },
          { title: t('paper.column'), render: (_, { column }) => say(column) },
          { title: t('paper.value'), dataIndex: 'value' },
          { title: t('paper.reason'), render: (_, { reason }) => say(reason) },
        ]}
      />
    </>
  );
}
