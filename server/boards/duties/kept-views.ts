import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { versionsOf } from '../../counting/duties/index.ts';
import { nobody, whoIn } from '../../directory/index.ts';
import {
  type District,
  Gather,
  keepSent,
  NotFound,
  type Sent,
  sendAgain,
} from '../../platform/index.ts';
import { lookAt } from './look.ts';
import { type AskedView, placeAsked, type Sight, sightOf, type View } from './views.ts';

/** About three hundred boards of a district or of large schools, or some thousands of classes. */
const MOST_BYTES = 24 * 1024 * 1024;
const MOST_VIEWS = 5000;
/** Whoever mends an organisation by hand in the database sees it after this time; an import shows at once. */
const MILLISECONDS_KEPT = 60_000;
const MOST_MADE_TOGETHER = 8;

/** A view of one version, and from its first answer on what was sent of it. */
interface KeptView<Shown extends object> {
  readonly key: string;
  readonly version: string;
  readonly made: { readonly shown: Shown } | { readonly sent: Sent };
}

interface Wanted {
  readonly key: string;
  readonly view: View<object>;
  readonly sight: Sight;
  readonly version: string;
}

/** What one process keeps of a district's views. */
interface Views {
  readonly kept: LRUCache<string, KeptView<object>>;
  readonly make: Gather<Wanted, KeptView<object>>;
}

const viewsOfDistricts = new WeakMap<District, Views>();

/**
 * Answers with a view as it stands now; for routes with `handOverSent` as their `onSend`. Who asks is told apart each time,
 * and each time the database is asked whether what is kept still holds: of which version the place is. Those who ask at
 * the same moment look together, and what no longer holds is made once for all of them.
 */
export async function answerKept<Shown extends object>(
  request: FastifyRequest,
  reply: FastifyReply,
  view: View<Shown>,
  asked: AskedView,
) {
  const { district, call } = request;
  const who = whoIn(request);
  const views = viewsOf(district);
  const look = await lookAt(district, { place: placeAsked(who, asked) });
  if (!look) throw NotFound();
  const sight = sightOf(who, look.place, asked, call);
  const wanted = { key: keyOf(view, sight), view, sight, version: look.version };
  const found = holding(views, wanted) ?? (await views.make.ask(wanted));
  reply.header('cache-control', 'private, no-cache');
  if ('sent' in found.made) return sendAgain(request, reply, found.made.sent);
  keepSent(request, (sent) => keep(views, found, sent));
  // Its key begins with the name of the view.
  return found.made.shown as Shown;
}

/** Keeps what was sent of a view instead of the view, unless that is no longer the one that is kept. */
function keep({ kept }: Views, view: KeptView<object>, sent: Sent): void {
  if (kept.peek(view.key) === view) kept.set(view.key, { ...view, made: { sent } });
}

function keyOf({ name }: View<object>, { place, on, today, seesChildren, above }: Sight): string {
  return [name, place.id, on, today, seesChildren, ...above].join(' ');
}

/** The view that is kept, if it holds. */
function holding({ kept }: Views, { key, version }: Wanted): KeptView<object> | undefined {
  const view = kept.get(key);
  return view?.version === version ? view : undefined;
}

function viewsOf(district: District): Views {
  const known = viewsOfDistricts.get(district);
  if (known) return known;
  const made: Views = {
    kept: new LRUCache({
      max: MOST_VIEWS,
      maxSize: MOST_BYTES,
      sizeCalculation: ({ made: one }) =>
        'sent' in one ? one.sent.body.length + (one.sent.gzip?.length ?? 0) : 1,
      ttl: MILLISECONDS_KEPT,
      noUpdateTTL: true,
    }),
    make: new Gather((wanted) => makeAll(district, made, wanted), { most: MOST_MADE_TOGETHER }),
  };
  viewsOfDistricts.set(district, made);
  return made;
}

/**
 * Each view once, and none that was made while these waited. One snapshot gives a view and its version; should that be
 * another than the one looked at, the view is right and given, but not kept: what the look said of its place may be older.
 */
async function makeAll(
  { database, plan }: District,
  views: Views,
  wanted: Wanted[],
): Promise<KeptView<object>[]> {
  const answers = new Map<string, KeptView<object>>();
  const missing = new Map<string, Wanted>();
  for (const one of wanted) {
    const kept = holding(views, one);
    if (kept) answers.set(one.key, kept);
    else missing.set(one.key, one);
  }
  if (missing.size === 0) return wanted.map(({ key }) => answers.get(key) as KeptView<object>);
  await database.read(nobody, async (transaction) => {
    const all = [...missing.values()];
    const ids = all.map(({ sight }) => sight.place.id);
    const [versionOf, ...made] = await Promise.all([
      versionsOf(transaction, ids),
      ...all.map(({ view, sight }) => view.read(transaction, plan, sight)),
    ]);
    for (const [index, shown] of made.entries()) {
      const { key, version, sight } = all[index] as Wanted;
      const answer: KeptView<object> = { key, version, made: { shown } };
      answers.set(key, answer);
      views.kept.delete(key);
      if (versionOf(sight.place.id) === version) views.kept.set(key, answer);
    }
  });
  return wanted.map(({ key }) => answers.get(key) as KeptView<object>);
}
