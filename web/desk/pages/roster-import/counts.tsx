import type { ImportCount, RosterImport } from '../../../shared/api-types.gen.ts';
import { useWords } from '../../words/words.ts';
import { RowsTable } from '../parts/list-table.tsx';

const lists = ['organisations', 'people', 'posts', 'students', 'guardianships'] as const;

type Line = ImportCount & { readonly list: (typeof lists)[number] };

/** New, changed, left and the same, of each kind of row. */
export function Counts({ counts }: { readonly counts: NonNullable<RosterImport['counts']> }) {
  const { t } = useWords();
  const column = (key: keyof ImportCount) => ({
    title: t(`rosterImport.${key}`),
    align: 'right' as const,
    render: (_: unknown, line: Line) => line[key],
  });
  return (
    <RowsTable<Line>
      label={t('rosterImport.counts')}
      rows={lists.map((list) => ({ list, ...counts[list] }))}
      rowKey={({ list }) => list}
      columns={[
        {
          title: t('rosterImport.list'),
          render: (_, { list }) => <strong>{t(`rosterImport.lists.${list}`)}</strong>,
        },
        column('fresh'),
        column('changed'),
        column('left'),
        column('unchanged'),
      ]}
    />
  );
}
