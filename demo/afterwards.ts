import type pg from 'pg';
import type { District } from '../server/platform/index.ts';
import { cleanPicture, pictureOfDrawing } from '../server/platform/pictures/index.ts';
import { authorOf } from '../server/records/ratings/index.ts';
import { fileOf } from '../server/records/reports/index.ts';
import type { Random } from './random.ts';

const REPORT =
  '这次来的家庭真不少。先由老师讲了二十分钟，再分成小组，每组说一件这周里做成的小事，最后大家把小卡片贴到了墙上。不少家长留下来多聊了一会儿。';

const THANKS =
  '谢谢各位家长抽空过来。大家说到的事我们都记下了，能马上做的这周就做，其余的下次一起回复。';

const photos = [
  { caption: '墙上的小卡片', hue: 168 },
  { caption: '散场以后的教室', hue: 96 },
];

const said: readonly (readonly [stars: number, helped: string, improve: string])[] = [
  [5, '例子都是身边的事，回家就能用。', ''],
  [4, '分组聊天很好，知道不只我家这样。', '椅子不够，后到的站着。'],
  [5, '', ''],
  [4, '老师说的「先停十秒」很管用。', '时间再短一点，孩子等急了。'],
  [3, '', '音响有点听不清。'],
];

/** Leaves, suns and paths: our own drawing instead of a photograph. */
function drawing(hue: number): string {
  const leaf = (x: number, y: number, turn: number, size: number) =>
    `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${size})">
       <path d="M0 0C-40-60-30-130 0-170 30-130 40-60 0 0Z" fill="hsl(${hue} 55% 32%)"/>
       <path d="M0 0V-150" stroke="#fbf8f2" stroke-width="4"/></g>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900">
    <rect width="1200" height="900" fill="#e3f1ec"/>
    <circle cx="860" cy="260" r="150" fill="#f2a65a"/>
    <path d="M0 700C300 560 620 820 1200 640V900H0Z" fill="hsl(${hue} 40% 62%)"/>
    ${leaf(300, 720, -24, 1.6)}${leaf(390, 740, 10, 2.1)}${leaf(520, 730, 34, 1.4)}
    ${leaf(760, 760, -12, 1.2)}${leaf(840, 770, 20, 1.5)}</svg>`;
}

interface Held {
  readonly id: string;
  readonly ends_at: Date;
  readonly made_by: string;
}

/**
 * The last event of a school has a report, two drawings for photos, and what five families said; the last one that
 * a guest came to has a report for those who came.
 */
export async function tellOfLastEvents(
  district: District,
  client: pg.ClientBase,
  { school, guest, random }: { school: string; guest: string; random: Random },
): Promise<void> {
  const { rows } = await client.query<Held>(
    `select id, ends_at, made_by from activities
      where state = 'finished' and host_id = $1 order by ends_at desc limit 1`,
    [school],
  );
  const last = rows[0];
  if (!last) return;
  await addReport(client, last, { text: REPORT, isPublic: true });
  for (const [place, { caption, hue }] of photos.entries()) {
    const at = shortlyAfter(last);
    const id = random.id(at.getTime() + place);
    await addPhoto(district, client, { id, event: last.id, by: last.made_by, at, caption, hue });
  }
  await addRatings(district, client, { id: last.id, random });
  const { rows: visited } = await client.query<Held>(
    `select activities.id, ends_at, made_by
       from activities join attendances on activity_id = activities.id
      where state = 'finished' and carer_id = $1 and minutes > 0 and activities.id <> $2
      order by ends_at desc limit 1`,
    [guest, last.id],
  );
  if (visited[0]) await addReport(client, visited[0], { text: THANKS, isPublic: false });
}

async function addReport(
  client: pg.ClientBase,
  event: Held,
  { text, isPublic }: { text: string; isPublic: boolean },
): Promise<void> {
  await client.query(
    `insert into activity_reports (activity_id, text, is_public, written_by, written_at, held_at)
     select id, $2, $3, $4, $5, begins_at from activities where id = $1`,
    [event.id, text, isPublic, event.made_by, shortlyAfter(event)],
  );
}

const shortlyAfter = ({ ends_at }: Held) => new Date(ends_at.getTime() + 3_600_000);

interface NewPhoto {
  readonly id: string;
  readonly event: string;
  readonly by: string;
  readonly at: Date;
  readonly caption: string;
  readonly hue: number;
}

async function addPhoto(
  district: District,
  client: pg.ClientBase,
  { id, event, by, at, caption, hue }: NewPhoto,
): Promise<void> {
  const picture = await cleanPicture(await pictureOfDrawing(drawing(hue)));
  await district.files.put(fileOf(id, 'large'), picture.large);
  await district.files.put(fileOf(id, 'small'), picture.small);
  await client.query(
    `insert into activity_photos
       (id, activity_id, state, caption, is_said, width, height, uploaded_by, uploaded_at)
     values ($1, $2, 'public', $3, true, $4, $5, $6, $7)`,
    [id, event, caption, picture.width, picture.height, by, at],
  );
}

async function addRatings(
  { sealing }: District,
  client: pg.ClientBase,
  { id, random }: { id: string; random: Random },
): Promise<void> {
  const { rows } = await client.query<{ carer_id: string }>(
    'select carer_id from attendances where activity_id = $1 and minutes > 0 order by id limit $2',
    [id, said.length],
  );
  if (rows.length < said.length) return;
  const salt = Buffer.from(random.id(0).replaceAll('-', ''), 'hex');
  await client.query(
    `insert into rating_salts (activity_id, salt, closes_at)
     select id, $2, ends_at + interval '14 days' from activities where id = $1`,
    [id, salt],
  );
  for (const [index, { carer_id: carer }] of rows.entries()) {
    const author = authorOf(sealing.key('rating author'), { salt, activity: id, carer });
    const [stars, helped, improve] = said[index] ?? [5, '', ''];
    await client.query(
      `insert into activity_ratings (activity_id, author, stars, helped, improve, is_shown)
       values ($1, $2, $3, $4, $5, true)`,
      [id, author, stars, helped, improve],
    );
  }
}
