import type { Event } from './events.ts';
import type { Adult } from './families.ts';
import type { Guests } from './hold.ts';
import { Random } from './random.ts';
import type { Rows } from './rows.ts';

const DAY = 86_400_000;
const TOPICS_A_SALON = 4;
const MOST_WISHES = 24;
const WANTS = 0.35;
const TALKED = 0.6;

const titles = [
  '孩子回家不肯说学校的事',
  '作业写到很晚怎么办',
  '睡前半小时怎么过',
  '手机和平板，规则怎么定',
  '老人带孩子，说法不一样',
  '老二出生以后，老大变了',
  '零花钱给不给、给多少',
  '被同学起外号',
  '爸爸总是加班',
];

const proposed = [
  '孩子早上总是叫不起来，天天赶着出门',
  '想听听别家怎么安排周末',
  '怎样和孩子说生死',
];

/**
 * What families wanted to talk about at a salon, and of one that is over what was talked about. Chance of its own, so
 * that the rest of the district is the same with and without.
 */
export function addTopics(
  rows: Rows,
  event: Event,
  { guests, staff, isOver }: { guests: readonly Guests[]; staff: Adult; isOver: boolean },
): void {
  const random = new Random(`topics ${event.id}`);
  const at = new Date(event.beginsAt.getTime() - 13 * DAY);
  const carers = guests.flatMap(({ family }) => family.ties[0]?.carer ?? []);
  const voices = carers.filter(({ enough }) => enough === undefined).slice(0, MOST_WISHES);
  rows.add('topic_lists', [event.id, 1, staff.id, at]);
  const start = random.whole(0, titles.length - 1);
  for (let place = 1; place <= TOPICS_A_SALON; place += 1) {
    const title = titles[(start + place) % titles.length] ?? '';
    const id = random.id(at.getTime());
    const want = voices.filter(() => random.chance(WANTS / place));
    rows.add('topics', [
      id,
      event.id,
      place,
      title,
      want.length,
      isOver && random.chance(TALKED),
      at,
    ]);
    for (const { id: carer } of want) rows.add('topic_wishes', [id, carer, at]);
  }
  if (!isOver) propose(rows, event, { guests: guests.slice(-proposed.length), random, at });
}

/** Some families propose topics of their own, and nobody has answered yet. */
function propose(
  rows: Rows,
  { id: salon, host }: Event,
  { guests, random, at }: { guests: readonly Guests[]; random: Random; at: Date },
): void {
  const families = new Map(
    guests.map(({ family, children }) => [children.map(({ id }) => id).toSorted()[0], family]),
  );
  for (const [index, [child, { ties }]] of [...families].entries()) {
    const carer = ties[0]?.carer;
    const text = proposed[index];
    if (!child || !carer || !text || carer.enough !== undefined || random.chance(0.3)) continue;
    const id = random.id(at.getTime());
    rows.add('topic_proposals', [id, salon, host.lineage, carer.id, child, text, 'open', at]);
  }
}
