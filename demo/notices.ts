import { tell } from '../server/notices/index.ts';
import { type District, listPersonas } from '../server/platform/index.ts';

const FAMILIES = 2;
const HOURS_AGO = 3;
const HOUR_MS = 3_600_000;

/**
 * Something urgent that was told some hours ago to two families of the class teacher's, and that nobody has read: the
 * ladder puts them on the list to telephone. Nothing where the school has no event to come.
 */
export async function tellUnread(district: District): Promise<void> {
  const nobody = { person: null, reach: [] } as const;
  const personas = await district.database.read(nobody, listPersonas);
  const people = personas.map(({ person }) => person);
  const teacher = personas.find(({ persona }) => persona === 'class-teacher')?.person;
  const { rows } = await district.database.withOwner((client) =>
    client.query<Unread>(unreadFamilies, [teacher, people, district.clock(), FAMILIES]),
  );
  const at = new Date(district.clock().getTime() - HOURS_AGO * HOUR_MS);
  await district.database.write(nobody, (transaction) =>
    tell(
      transaction,
      rows.map(({ carer, student, activity, title, begins_at, lineage }) => ({
        ...{ room: 'activities', kind: 'changed', subject: activity, deed: 'demo', at, lineage },
        ...{ link: `/activities/${activity}`, urgency: 'at-once', usefulUntil: begins_at },
        people: [{ person: carer, student }],
        heading: { zh: '活动有变动', en: 'An event has changed' },
        words: {
          zh: `《${title}》的入口改在南门，请从南门进校。`,
          en: `For “${title}” please come in by the south gate.`,
        },
      })),
    ),
  );
}

interface Unread {
  readonly carer: string;
  readonly student: string;
  readonly activity: string;
  readonly title: string;
  readonly begins_at: Date;
  readonly lineage: string[];
}

const unreadFamilies = `
  select family.carer, family.student, coming.id as activity, coming.title, coming.begins_at,
         coming.host_lineage as lineage
    from posts join organisations as class on class.id = posts.organisation_id
    cross join lateral (
      select id, title, begins_at, host_lineage from activities
       where state = 'published' and host_id = any(class.lineage) and begins_at > $3
       order by begins_at, id limit 1) as coming
    cross join lateral (
      select distinct on (student_id) carer_id as carer, student_id as student
        from guardianships join students on students.id = student_id
       where class_id = class.id and guardianships.ended_on is null and carer_id <> all($2::uuid[])
       order by student_id, carer_id limit $4) as family
   where posts.person_id = $1 and posts.role = 'class-teacher' and posts.ended_on is null`;
