import { reachOf, type Who } from '../../../directory/index.ts';
import { afterIn, type District, pageOf } from '../../../platform/index.ts';
import { linesOf } from '../lines-of.ts';
import type { AnomaliesQuery, AnomalyLine } from '../shapes.ts';
import type { AnomalyState } from '../states.ts';
import { listAnomalies } from '../store.ts';
import { readerOfAnomalies } from '../who-may.ts';

const shown: Readonly<Record<AnomaliesQuery['show'], readonly AnomalyState[] | undefined>> = {
  open: ['open'],
  'looked-into': ['explained', 'passed'],
  all: undefined,
};

/** What looks unlikely of the events in one's reach. */
export async function browseAnomalies(
  { database }: District,
  who: Who,
  query: AnomaliesQuery,
): Promise<{ items: AnomalyLine[]; next?: string }> {
  const { show, kind, sort, limit, cursor } = query;
  return database.read(readerOfAnomalies(who), async (transaction) => {
    const rows = await listAnomalies(transaction, {
      ...{ states: shown[show], kind, within: reachOf(who, 'anomalies.look') },
      ...{ sort, after: afterIn(cursor, sort), most: limit + 1 },
    });
    const { items, ...rest } = pageOf(rows, query, ({ id }) => id);
    return { ...rest, items: await linesOf(transaction, who, items) };
  });
}
