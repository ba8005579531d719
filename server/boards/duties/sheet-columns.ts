import type { SheetColumn } from '../../platform/sheets/index.ts';
import type { DutyBoard, DutyRow, DutyTask } from './shapes.ts';

/** How far, in a word. */
export const states = {
  none: { zh: '没有任务', en: 'None' },
  unrecorded: { zh: '尚未记录', en: 'Not yet recorded' },
  done: { zh: '已完成', en: 'Done' },
  'done-late': { zh: '逾期完成', en: 'Done late' },
  excused: { zh: '事由免计', en: 'Excused' },
  due: { zh: '进行中', en: 'Due' },
  amber: { zh: '临近', en: 'Soon due' },
  late: { zh: '逾期', en: 'Late' },
} as const;

/** A board as a sheet: one duty a line, one place a column, done of all in each cell. */
export function boardSheetColumns({ place, columns }: DutyBoard): SheetColumn<DutyRow>[] {
  return [
    { header: { zh: '条款', en: 'Clause' }, width: 10, value: ({ clause }) => clause },
    { header: { zh: '任务', en: 'Duty' }, width: 32, value: ({ title }) => title },
    { header: { zh: '哪一期', en: 'Period' }, width: 22, value: (row) => row.period_name },
    { header: { zh: '到期', en: 'Due on' }, width: 12, value: ({ due_on }) => due_on },
    { header: { zh: '状态', en: 'State' }, width: 10, value: ({ whole }) => states[whole.state] },
    {
      header: { zh: place.name, en: place.name },
      width: 16,
      value: ({ whole }) => figures(whole),
    },
    ...columns.map(
      (column): SheetColumn<DutyRow> => ({
        header: { zh: column.name, en: column.name },
        width: 16,
        value: ({ cells }) => {
          const cell = cells.find(({ place: id }) => id === column.id);
          return cell ? figures(cell) : null;
        },
      }),
    ),
  ];
}

function figures({ state, done, tasks }: DutyRow['whole']) {
  const { zh, en } = states[state];
  return { zh: `${done}/${tasks} ${zh}`, en: `${done}/${tasks} ${en}` };
}

/** A duty's tasks as a sheet, one a line. */
export const taskSheetColumns: readonly SheetColumn<DutyTask>[] = [
  { header: { zh: '单位', en: 'Organisation' }, width: 28, value: ({ place_name }) => place_name },
  { header: { zh: '姓名或名称', en: 'Name' }, width: 20, value: ({ name }) => name },
  { header: { zh: '状态', en: 'State' }, width: 12, value: ({ state }) => states[state] },
  { header: { zh: '到期', en: 'Due on' }, width: 12, value: ({ due_on }) => due_on },
  { header: { zh: '完成日期', en: 'Done on' }, width: 12, value: ({ done_on }) => done_on },
  { header: { zh: '已完成', en: 'Done' }, width: 10, value: ({ quantity }) => quantity },
  { header: { zh: '要求', en: 'Asked' }, width: 10, value: ({ target }) => target },
];
