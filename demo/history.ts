import { activityKind, type Plan } from '../server/plan/index.ts';
import { daysOf, type Event, planEvent } from './events.ts';
import type { FactLog } from './fact-log.ts';
import type { Adult } from './families.ts';
import { guestsOf } from './guests.ts';
import { type Guests, Hall } from './hold.ts';
import type { Place, School } from './places.ts';
import type { Populace, SchoolPeople } from './populace.ts';
import { Random } from './random.ts';
import type { Rows } from './rows.ts';
import type { Scale } from './scales.ts';
import { addTopics } from './topics.ts';

interface Tools {
  readonly plan: Plan;
  readonly random: Random;
  readonly rows: Rows;
  readonly facts: FactLog;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const COMING_EVENTS = 4;
const EVENTS_OF_A_COMMUNITY = 3;
/** One community in so many is there on paper alone, and only announces: the known failure of such plans. */
const ONE_HOLLOW_AMONG = 5;
const THE_HOLLOW_ONE = 3;
const FAMILIES_OF_A_COMMUNITY = 40;
const FAMILIES_IN_TWO_PLACES = 8;
const WHOLE_SCHOOL = 0.6;
/** Hours from midnight UTC: Shanghai is eight ahead. */
const shifts = [
  { label: '东门早班', team: '一年级家长队', from: -0.5, isLed: true },
  { label: '西门早班', team: '二年级家长队', from: -0.5, isLed: false },
  { label: '东门晚班', team: '一年级家长队', from: 24 + 8.5, isLed: true },
];
const DAYS_TOPICS_ARE_OF_USE = 200;

/** Terms of events before today, one event that runs right now, and some to come. */
export class History {
  readonly #tools: Tools;
  readonly #scale: Scale;
  readonly #today: Date;
  readonly #hall: Hall;
  /** What the first school held last, and for whom. */
  #last: { readonly event: Event; readonly guests: readonly Guests[] } | undefined;
  readonly #terms: readonly { readonly from: string; readonly until: string }[];

  constructor(tools: Tools, scale: Scale, today: Date, beganAt: number) {
    this.#tools = tools;
    this.#scale = scale;
    this.#today = today;
    this.#hall = new Hall(tools, today);
    const began = new Date(beganAt).toISOString().slice(0, 10);
    const now = today.toISOString().slice(0, 10);
    this.#terms = tools.plan.terms
      .filter((term) => term.endsOn > began && term.beginsOn < now)
      .map((term) => ({ from: term.beginsOn, until: term.endsOn }));
  }

  ofSchool(school: School, { families, lead }: SchoolPeople): void {
    const { random } = this.#tools;
    const isFirst = this.#last === undefined;
    for (const { from, until } of this.#terms) {
      for (const day of daysOf(random, from, until, this.#scale.eventsATerm)) {
        if (day.getTime() > this.#today.getTime() - DAY) break;
        const event = this.#schoolEvent(school, day);
        const guests = guestsOf(event, families);
        if (isFirst) this.#last = { event, guests };
        this.#hall.hold(event, guests, lead);
        if (this.#isRecentSalon(event)) {
          addTopics(this.#tools.rows, event, { guests, staff: lead, isOver: true });
        }
      }
    }
    const now = this.#eventRightNow(school);
    this.#hall.announce(now, guestsOf(now, families), lead, true);
    for (let ahead = 1; ahead <= COMING_EVENTS; ahead += 1) {
      const day = new Date(this.#today.getTime() + (ahead * 6 + random.whole(0, 4)) * DAY);
      const event = this.#schoolEvent(school, startOfDay(day));
      this.#hall.announce(event, guestsOf(event, families), lead);
    }
    this.#announceSalon(school, families, lead);
    this.#announceShifts(school, families, lead);
  }

  /** Volunteers at the school's gates, in shifts with teams; one of the shifts still wants a lead. */
  #announceShifts({ place }: School, families: SchoolPeople['families'], lead: Adult): void {
    const kind = activityKind(this.#tools.plan, 'volunteering');
    if (!kind) return;
    const random = new Random(`shifts ${place.id}`);
    const hall = new Hall({ ...this.#tools, random }, this.#today);
    const first = startOfDay(new Date(this.#today.getTime() + random.whole(4, 6) * DAY));
    const common = { kind, host: place, audience: place, venue: '校门口', capacity: 6 };
    const at = (hour: number) => new Date(first.getTime() + hour * HOUR);
    const nextId = () => random.id(this.#today.getTime());
    const of = nextId();
    const title = '护学岗：校门口的半小时';
    const whole = { ...common, id: of, title, capacity: null, beginsAt: at(-0.5) };
    const shift = { of: null, label: '', team: '', isLed: false };
    hall.announce({ ...whole, endsAt: at(24 + 9.5), shift }, [], lead);
    for (const [index, { label, team, from, isLed }] of shifts.entries()) {
      const event: Event = {
        ...{ ...common, id: nextId(), title: `${title} · ${label}` },
        ...{ beginsAt: at(from), endsAt: at(from + 1), shift: { of, label, team, isLed } },
      };
      const guests = guestsOf(event, families).filter(
        (_, place) => place % shifts.length === index,
      );
      hall.announce(event, guests, lead);
    }
  }

  /** For families to say what they want to talk about. */
  #announceSalon({ place }: School, families: SchoolPeople['families'], lead: Adult): void {
    const { plan, rows } = this.#tools;
    const kind = activityKind(plan, 'guidance-salon');
    if (!kind) return;
    const random = new Random(`salon ${place.id}`);
    const day = startOfDay(new Date(this.#today.getTime() + random.whole(8, 12) * DAY));
    const beginsAt = new Date(day.getTime() + 11 * HOUR);
    const salon: Event = {
      ...{ id: random.id(this.#today.getTime()), kind, host: place, audience: place, beginsAt },
      endsAt: new Date(beginsAt.getTime() + kind.defaultMinutes * 60_000),
      ...{ title: '沙龙：放学以后的两小时', venue: '图书角', capacity: 30 },
    };
    const guests = guestsOf(salon, families);
    new Hall({ ...this.#tools, random }, this.#today).announce(salon, guests, lead);
    addTopics(rows, salon, { guests, staff: lead, isOver: false });
  }

  #isRecentSalon({ kind, endsAt }: Event): boolean {
    const recently = this.#today.getTime() - DAYS_TOPICS_ARE_OF_USE * DAY;
    return kind.topics === true && endsAt.getTime() > recently;
  }

  ofCommunities(communities: readonly Place[], populace: Populace): void {
    const { plan, random } = this.#tools;
    for (const [index, community] of communities.entries()) {
      const subdistrict = community.parent ?? community;
      const staff = populace.staffOf(community);
      const isHollow = index % ONE_HOLLOW_AMONG === THE_HOLLOW_ONE;
      for (const { from, until } of isHollow ? [] : this.#terms) {
        for (const day of daysOf(random, from, until, EVENTS_OF_A_COMMUNITY)) {
          if (day.getTime() > this.#today.getTime() - DAY) break;
          const guests = populace
            .someFamilies(FAMILIES_OF_A_COMMUNITY)
            .map((family) => ({ family, children: family.children.slice(0, 1) }));
          const once = [...new Map(guests.map((one) => [one.family, one])).values()];
          this.#hall.hold(planEvent(plan, random, community, subdistrict, day), once, staff);
        }
      }
      if (index === 0) this.#holdAtTheSameHour(community, staff);
      const soon = startOfDay(new Date(this.#today.getTime() + random.whole(3, 20) * DAY));
      this.#hall.announce(planEvent(plan, random, community, subdistrict, soon), [], staff);
    }
  }

  /** One community offers something at the very hour of a school's event, and a few are on the lists of both. */
  #holdAtTheSameHour(community: Place, staff: Adult): void {
    const { plan } = this.#tools;
    const kind = activityKind(plan, 'guidance-salon');
    if (!this.#last || !kind) return;
    const { event, guests } = this.#last;
    const random = new Random(`same hour ${community.id}`);
    const salon: Event = {
      ...{ id: random.id(event.beginsAt.getTime()), kind, host: community, audience: community },
      ...{ beginsAt: event.beginsAt, title: '社区沙龙：饭桌上的话', venue: '社区活动室' },
      ...{ endsAt: new Date(event.beginsAt.getTime() + kind.defaultMinutes * 60_000) },
      capacity: null,
    };
    const strangers = guests.filter(({ family }) =>
      family.ties.every(({ carer }) => carer.enough === undefined),
    );
    const some = strangers.slice(0, FAMILIES_IN_TWO_PLACES);
    new Hall({ ...this.#tools, random }, this.#today).hold(salon, some, staff);
  }

  /** Began half an hour ago, so that check-in can be tried at once; worth what the persona is still missing. */
  #eventRightNow({ place }: School): Event {
    const { plan, random } = this.#tools;
    const kind = activityKind(plan, 'guidance-lecture');
    const beginsAt = new Date(Math.floor((this.#today.getTime() - HOUR / 2) / 60_000) * 60_000);
    const event = planEvent(plan, random, place, place, beginsAt);
    const endsAt = new Date(beginsAt.getTime() + 3 * HOUR);
    const open = { ...event, beginsAt, endsAt, title: '家长学校开放课堂', capacity: null };
    return kind ? { ...open, kind } : open;
  }

  #schoolEvent(school: School, day: Date): Event {
    const { plan, random } = this.#tools;
    const audience = random.chance(WHOLE_SCHOOL) ? school.place : random.pick(school.grades).place;
    return planEvent(plan, random, school.place, audience, day);
  }
}

function startOfDay(at: Date): Date {
  return new Date(Math.floor(at.getTime() / DAY) * DAY);
}
