import { Button } from 'antd';
import type { RosterImport, RosterProblem } from '../../../shared/api-types.gen.ts';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useRosterFile } from '../../queries/roster-import.ts';
import { useWords } from '../../words/words.ts';
import { RowsTable } from '../parts/list-table.tsx';
import { saveFile } from '../parts/save-file.ts';
import { useSay } from '../parts/say.ts';
import { Section } from '../parts/section.tsx';
import { Tag } from '../parts/tag.tsx';
import styles from './roster-import.module.css';

/** Each bad row: where it stands, what is wrong, what would be right. */
export function Problems({ roster }: { readonly roster: RosterImport }) {
  const { t } = useWords();
  const say = useSay();
  const rejected = useRosterFile();
  const { problems, problem_count: count, rejected_rows: rows } = roster;
  if (problems.length === 0) return null;
  return (
    <Section
      title={t('rosterImport.problems', { count })}
      action={
        rows > 0 && (
          <Button
            loading={rejected.isPending}
            onClick={() =>
              rejected.mutate(
                { rejectedOf: roster.id },
                { onSuccess: (file) => saveFile(file, t('rosterImport.rejectedName')) },
              )
            }
          >
            {t('rosterImport.rejected', { count: rows })}
          </Button>
        )
      }
    >
      <ProblemLine error={rejected.error} />
      <RowsTable<RosterProblem>
        label={t('rosterImport.problems', { count })}
        rows={problems}
        rowKey={({ sheet, row, column, what }) => `${sheet}${row}${column}${what.zh}`}
        columns={[
          { title: t('rosterImport.sheet'), dataIndex: 'sheet' },
          { title: t('rosterImport.row'), render: (_, { row }) => row || '—', align: 'right' },
          {
            title: t('rosterImport.column'),
            render: (_, { column, header }) =>
              column ? t('rosterImport.columnOf', { column, header }) : '—',
          },
          {
            title: t('rosterImport.wrong'),
            render: (_, { severity, what }) => (
              <div className={styles.cell}>
                {severity === 'note' && <Tag tone="amber">{t('rosterImport.note')}</Tag>}{' '}
                {say(what)}
              </div>
            ),
          },
          {
            title: t('rosterImport.right'),
            render: (_, { remedy }) => <div className={styles.cell}>{say(remedy)}</div>,
          },
        ]}
      />
      {count > problems.length && (
        <p className={styles.soft}>
          {t('rosterImport.shownOf', { shown: problems.length, count })}
        </p>
      )}
    </Section>
  );
}
