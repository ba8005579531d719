import { DAY, days, everyYear } from './deeds.ts';
import type { Doer } from './deeds-of-schools.ts';

export type BodyKind =
  | 'parent-committee'
  | 'leading-group'
  | 'working-group'
  | 'joint-meeting'
  | 'guidance-station'
  | 'social-organisation'
  | 'practice-base';

/** Bodies that hand in a report each year. */
const reporting: ReadonlySet<BodyKind> = new Set([
  'guidance-station',
  'social-organisation',
  'practice-base',
]);
/** How many of those who met once in a term meet again. */
const AGAIN = 0.8;
const RATERS = 14;

/** Is formed where it belongs in the demo's first September; meets, and reports if it should. Gives its id. */
export function keepBody(doer: Doer, body: BodyKind, organisation = doer.organisation): string {
  const { deeds, actor, years } = doer;
  const formed = deeds.within(days(years[0]?.year ?? 0, 9, 2, 20));
  const subject = deeds.random.id(formed);
  const about = { organisation, subject, actor, attributes: { body } };
  deeds.state('body.formed', { ...about, at: formed });
  if (reporting.has(body)) report(doer, about);
  else meet(doer, about);
  return subject;
}

interface About {
  readonly organisation: string;
  readonly subject: string;
  readonly actor: string | undefined;
  readonly attributes: { readonly body: BodyKind };
}

function meet({ deeds, reliable, years }: Doer, about: About): void {
  for (const { terms } of years) {
    for (const { from, until } of terms) {
      if (!deeds.random.chance(reliable)) continue;
      const middle = (from + until) / 2;
      deeds.state('body.met', {
        ...about,
        at: deeds.within({ from: from + 20 * DAY, until: middle }),
      });
      if (!deeds.random.chance(AGAIN)) continue;
      deeds.state('body.met', { ...about, at: deeds.within({ from: middle + 7 * DAY, until }) });
    }
  }
}

function report({ deeds, reliable, years }: Doer, about: About): void {
  for (const due of everyYear(years, { month: 3, from: 2, until: 28 })) {
    if (!deeds.random.chance(reliable)) continue;
    deeds.state('body.reported', { ...about, at: deeds.within(due) });
  }
}

/** Students who were at a practice base rate it, each once a year; of a few bases too few. */
export function rateBase(doer: Doer, base: string, students: readonly string[]): void {
  const { deeds, organisation, reliable, years } = doer;
  if (students.length === 0) return;
  for (const due of everyYear(years, { month: 5, from: 4, until: 28 })) {
    const many = deeds.random.chance(reliable) ? RATERS : deeds.random.whole(2, 7);
    const first = deeds.random.whole(0, students.length - 1);
    const raters = Array.from(
      { length: many },
      (_, index) => students[(first + index) % students.length],
    );
    for (const student of new Set(raters)) {
      if (!student) continue;
      const at = deeds.within(due);
      const by = { organisation, subject: base, actor: student, attributes: { student } };
      deeds.state('base.rated', { ...by, at });
    }
  }
}
