import { activityKind, type Plan } from '../server/plan/index.ts';
import { DAY, type Span, type Year } from './deeds.ts';
import type { Event } from './events.ts';
import type { FactLog } from './fact-log.ts';
import type { Adult } from './families.ts';
import { guestsOf } from './guests.ts';
import { type Guests, Hall } from './hold.ts';
import type { Place, School } from './places.ts';
import type { SchoolPeople } from './populace.ts';
import { Random } from './random.ts';
import type { Rows } from './rows.ts';

interface Tools {
  readonly plan: Plan;
  readonly rows: Rows;
  readonly facts: FactLog;
}

const HOUR = 3_600_000;
/** The last weeks are left to the events that every school has anyway. */
const DAYS_BEFORE_TODAY = 21;
const TEACHING_FAMILIES = 5;

/** What is held for all, of a kind that the plan asks of a school each term. */
const ofEachTerm = [
  ['open-day', '开放日：走进课堂和食堂', '校园'],
  ['parents-in-classroom', '家长进课堂：我的一天', '教室'],
  ['parents-meeting', '年级家长会', '报告厅'],
] as const;

/**
 * Events that the plan asks for by name and that would be rare among those that schools like to hold. By chance of their
 * own; nobody whom a persona raises comes.
 */
export class EventsOfDuty {
  readonly #tools: Tools;
  readonly #random: Random;
  readonly #hall: Hall;
  readonly #until: number;

  constructor({ plan, rows, facts }: Tools, host: Place, today: Date) {
    this.#random = new Random(`owed events ${host.id}`);
    this.#tools = { plan, rows, facts: facts.byChanceOf(this.#random) };
    this.#hall = new Hall({ ...this.#tools, random: this.#random }, today);
    this.#until = today.getTime() - DAYS_BEFORE_TODAY * DAY;
  }

  ofSchool(
    school: School,
    { families, lead }: SchoolPeople,
    { years, reliable }: { years: readonly Year[]; reliable: number },
  ): void {
    const random = this.#random;
    const isKindergarten = school.place.kind === 'kindergarten';
    const practice = ['parent-child-practice', '亲子游戏日', '操场'] as const;
    for (const term of years.flatMap(({ terms }) => terms)) {
      for (const [kind, title, venue] of [...ofEachTerm, ...(isKindergarten ? [practice] : [])]) {
        if (!random.chance(reliable)) continue;
        const audience = random.pick(school.grades).place;
        const about = { kind, title, venue, host: school.place, audience, within: term };
        this.#hold(about, lead, (event) => {
          const guests = withoutPersonas(guestsOf(event, families));
          return kind === 'parents-in-classroom' ? guests.slice(0, TEACHING_FAMILIES) : guests;
        });
      }
    }
  }

  /** The Grand Classroom, each month that counts and in summer. */
  ofDistrict(
    district: Place,
    staff: Adult,
    { years, guests }: { years: readonly Year[]; guests: readonly Guests[] },
  ): void {
    const courses = { kind: 'grand-classroom-course', title: '家长大课堂：陪孩子走过四季' };
    for (const { year, months } of years) {
      const summer = { from: Date.UTC(year + 1, 6, 6), until: Date.UTC(year + 1, 6, 24) };
      for (const within of [...months, summer]) {
        const about = {
          ...courses,
          venue: '区家长学校',
          host: district,
          audience: district,
          within,
        };
        this.#hold(about, staff, () => withoutPersonas(guests));
      }
    }
  }

  #hold(
    { kind: id, within, ...about }: Asked,
    staff: Adult,
    guestsOfEvent: (event: Event) => readonly Guests[],
  ): void {
    const kind = activityKind(this.#tools.plan, id);
    const random = this.#random;
    const { from, until } = within;
    const day = Math.floor((from + (0.15 + random.next() * 0.7) * (until - from)) / DAY) * DAY;
    // Nine in the morning in Shanghai.
    const beginsAt = new Date(day + HOUR);
    const event = random.id(beginsAt.getTime() - 20 * DAY);
    if (!kind || day > this.#until) return;
    const endsAt = new Date(beginsAt.getTime() + kind.defaultMinutes * 60_000);
    const held = { ...about, id: event, kind, beginsAt, endsAt, capacity: null };
    this.#hall.hold(held, guestsOfEvent(held), staff);
  }
}

interface Asked extends Pick<Event, 'host' | 'audience' | 'title' | 'venue'> {
  readonly kind: string;
  readonly within: Span;
}

function withoutPersonas(guests: readonly Guests[]): Guests[] {
  return guests.filter(({ family }) =>
    family.ties.every(({ carer }) => carer.enough === undefined),
  );
}
