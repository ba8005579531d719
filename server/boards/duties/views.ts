import {
  getOrganisation,
  may,
  type Organisation,
  reachOf,
  readerOf,
  requireMay,
  type Who,
} from '../../directory/index.ts';
import { dateInShanghai, type Plan } from '../../plan/index.ts';
import {
  type Call,
  type District,
  NotAllowed,
  type ReadTransaction,
} from '../../platform/index.ts';

/** What decides how a view looks, beside what stands in the database: of whom, of when, and what the reader may see. */
export interface Sight {
  readonly place: Organisation;
  readonly on: string;
  readonly today: string;
  readonly seesChildren: boolean;
  /** Of the places above those that the reader may see. */
  readonly above: readonly string[];
}

/**
 * What is shown of a place's duties: a board, a trend, a load, the plan. Names no child and nobody who holds a post, so
 * that it is the same for all who have the same sight.
 */
export interface View<Shown extends object> {
  /** Two views with the same name show the same. */
  readonly name: string;
  read(transaction: ReadTransaction, plan: Plan, sight: Sight): Promise<Shown>;
}

/** Of which place a view is asked for, and of which day. */
export interface AskedView {
  readonly place?: string | undefined;
  readonly on?: string | undefined;
}

/** One's own place if none is named. */
export function placeAsked(who: Who, { place }: AskedView): string {
  const [top] = reachOf(who, 'duties.read');
  if (!top) throw NotAllowed();
  return place ?? top;
}

/** What somebody may see of a place's duties; refuses who may see nothing of it. */
export function sightOf(who: Who, place: Organisation, asked: AskedView, { at }: Call): Sight {
  const { id, lineage } = place;
  requireMay(who, 'duties.read', { lineage });
  const today = dateInShanghai(at);
  const seesChildren = may(who, 'students.read', { lineage });
  const above = lineage.filter((one) => one !== id && mayWithin(who, lineage, one));
  return { place, on: asked.on ?? today, today, seesChildren, above };
}

/** Read anew, for its sheet. */
export async function showView<Shown extends object>(
  { plan, database }: District,
  who: Who,
  view: View<Shown>,
  asked: AskedView,
  call: Call,
): Promise<Shown> {
  const id = placeAsked(who, asked);
  return database.read(readerOf(who), async (transaction) => {
    const place = await getOrganisation(transaction, id);
    return view.read(transaction, plan, sightOf(who, place, asked, call));
  });
}

/** Whether the person reads duties at a place that a lineage goes through. */
function mayWithin(who: Who, lineage: readonly string[], id: string): boolean {
  const own = lineage.slice(0, lineage.indexOf(id) + 1);
  return reachOf(who, 'duties.read').some((top) => own.includes(top));
}
