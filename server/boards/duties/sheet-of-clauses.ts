import type { SheetColumn } from '../../platform/sheets/index.ts';
import type { ClauseDuty, ClauseOnPage, ClausePage } from './shapes-of-clauses.ts';
import { states } from './sheet-columns.ts';

interface Line {
  readonly clause: ClauseOnPage;
  readonly duty: ClauseDuty | undefined;
}

/** One duty a line; a clause without any has a line of its own. */
export function linesOf({ clauses, layers }: ClausePage): Line[] {
  return [...clauses, ...layers.flatMap((layer) => layer.clauses)].flatMap((clause): Line[] =>
    clause.duties.length === 0
      ? [{ clause, duty: undefined }]
      : clause.duties.map((duty) => ({ clause, duty })),
  );
}

export function clauseSheetColumns({ place }: ClausePage): SheetColumn<Line>[] {
  return [
    { header: { zh: '条款', en: 'Clause' }, width: 10, value: ({ clause }) => clause.id },
    { header: { zh: '名称', en: 'Title' }, width: 28, value: ({ clause }) => clause.title },
    { header: { zh: '内容', en: 'Summary' }, width: 60, value: ({ clause }) => clause.summary },
    { header: { zh: '任务', en: 'Duty' }, width: 28, value: ({ duty }) => duty?.title ?? null },
    { header: { zh: '要求', en: 'Asks' }, width: 20, value: ({ duty }) => duty?.asks ?? null },
    {
      header: { zh: '哪一期', en: 'Period' },
      width: 22,
      value: ({ duty }) => duty?.now?.period_name ?? null,
    },
    {
      header: { zh: '到期', en: 'Due on' },
      width: 12,
      value: ({ duty }) => duty?.now?.due_on ?? null,
    },
    {
      header: { zh: `状态（${place.name}）`, en: `State (${place.name})` },
      width: 16,
      value: ({ duty }) => (duty ? states[duty.now?.cell.state ?? 'none'] : null),
    },
    {
      header: { zh: '已完成', en: 'Done' },
      width: 10,
      value: ({ duty }) => duty?.now?.cell.done ?? null,
    },
    {
      header: { zh: '共', en: 'Of' },
      width: 10,
      value: ({ duty }) => duty?.now?.cell.tasks ?? null,
    },
  ];
}
