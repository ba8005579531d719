import type pg from 'pg';
import type { District } from '../server/platform/index.ts';
import { cleanPicture, pictureOfDrawing } from '../server/platform/pictures/index.ts';
import { fileOf } from '../server/records/awards/index.ts';
import type { Random } from './random.ts';

const DAY_MS = 86_400_000;

const deeds = [
  { kind: 'deed.helped', quantity: 90, daysAgo: 3, reason: '帮图书室整理了三百本书' },
  {
    kind: 'deed.contributed',
    quantity: 1,
    daysAgo: 5,
    reason: '把自家的木工工具借给劳动课用了一周',
  },
] as const;

interface Carer {
  readonly carer_id: string;
  readonly lineage: string[];
}

/** Two deeds that the school's lead has entered and nobody has confirmed yet, each with a drawing for a photo. */
export async function enterSomeDeeds(
  { files }: District,
  client: pg.ClientBase,
  { school, lead, random, today }: { school: string; lead: string; random: Random; today: Date },
): Promise<void> {
  const { rows } = await client.query<Carer>(
    `select carer_id, organisations.lineage
       from guardianships join students on students.id = student_id
       join organisations on organisations.id = $1
      where students.lineage @> array[$1]::uuid[] and ended_on is null
        and not exists (select from posts where person_id = carer_id)
      order by carer_id limit $2`,
    [school, deeds.length],
  );
  for (const [index, { carer_id, lineage }] of rows.entries()) {
    const deed = deeds[index];
    if (!deed) continue;
    const at = new Date(today.getTime() - deed.daysAgo * DAY_MS);
    const [award, evidence] = [random.id(at.getTime()), random.id(at.getTime())];
    await client.query(
      `insert into awards (id, carer_id, organisation_id, lineage, kind, quantity, done_on, reason, state, made_by, made_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', $9, $10)`,
      [
        ...[award, carer_id, school, lineage, deed.kind, deed.quantity],
        ...[at.toISOString().slice(0, 10), deed.reason, lead, new Date(at.getTime() + DAY_MS)],
      ],
    );
    const { large } = await cleanPicture(await pictureOfDrawing(shelf));
    await files.put(fileOf({ id: evidence, kind: 'picture' }), large);
    await client.query(
      `insert into award_evidence (id, award_id, kind, bytes, added_by, added_at)
       values ($1, $2, 'picture', $3, $4, $5)`,
      [evidence, award, large.length, lead, new Date(at.getTime() + DAY_MS)],
    );
  }
}

/** A shelf of books: our own drawing instead of a photograph. */
const shelf = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600">
  <rect width="800" height="600" fill="#fbf8f2"/>
  ${[0, 1, 2, 3, 4, 5, 6, 7]
    .map(
      (book) =>
        `<rect x="${100 + book * 76}" y="${150 + (book % 3) * 22}" width="62" height="${300 - (book % 3) * 22}"
           rx="6" fill="hsl(${(book * 47) % 360} 35% 55%)"/>`,
    )
    .join('')}
  <rect x="70" y="450" width="660" height="18" fill="#8a5a00"/></svg>`;
