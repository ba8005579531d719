import { type Plan, ruleVersionOn } from '../server/plan/index.ts';
import type { Event } from './events.ts';
import type { FactLog } from './fact-log.ts';
import type { Adult, Child, Family } from './families.ts';
import { Random } from './random.ts';
import type { Rows } from './rows.ts';

/** How many sign up of those who would come: some decide on the day. */
const EAGERNESS = 0.3;
/** More than any plan looks back on presence. */
const DAYS_ANYBODY_LOOKS_BACK = 90;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A family with those of its children whom an event may be for. */
export interface Guests {
  readonly family: Family;
  readonly children: readonly Child[];
}

interface Tools {
  readonly plan: Plan;
  readonly random: Random;
  readonly rows: Rows;
  readonly facts: FactLog;
}

interface Present {
  readonly registration: string;
  readonly children: readonly Child[];
  readonly staff: Adult;
}

interface Coming {
  readonly carer: Adult;
  readonly minutes: number;
}

/** Writes events with their registrations, attendances and facts, as if people had come. */
export class Hall {
  readonly #tools: Tools;
  /** What personas have earned, so that they stop in time. */
  readonly #earned = new Map<string, number>();

  /** Who is where these months: nobody of the demo is at two places at once by accident. */
  readonly #busy = new Set<string>();

  readonly #now: number;

  constructor(tools: Tools, now: Date) {
    this.#tools = tools;
    this.#now = now.getTime();
  }

  /** An event of the past: who came was there for a time, and it counted. */
  hold(event: Event, guests: readonly Guests[], staff: Adult): void {
    const { random } = this.#tools;
    const places = event.capacity ?? Number.POSITIVE_INFINITY;
    let taken = 0;
    let present = 0;
    for (const { family, children } of guests) {
      if (taken >= places) break;
      const coming = this.#whoComes(family, event);
      if (coming.length === 0) continue;
      taken += 1;
      const registration = this.#register(event, children, coming, taken, 'registered');
      for (const one of coming) {
        if (this.#attend(event, one, { registration, children, staff })) present += 1;
      }
    }
    // Some sign up and do not come.
    this.#write(event, 'finished', taken, random.chance(0.9), staff);
    if (present > 0) this.#stateHeld(event, staff, present);
  }

  /** An event to come: families have signed up, and beyond the places they wait. */
  announce(event: Event, guests: readonly Guests[], staff: Adult, personasCome = false): void {
    const places = event.capacity ?? Number.POSITIVE_INFINITY;
    let queue = 0;
    let lead: Adult | undefined;
    for (const { family, children } of guests) {
      const [first] = family.ties;
      const keen = first && this.#isKeen(first.carer, personasCome);
      if (!keen || queue >= places + 5) continue;
      queue += 1;
      lead ??= first.carer;
      const state = queue <= places ? 'registered' : 'waiting';
      this.#register(event, children, [{ carer: first.carer, minutes: 0 }], queue, state);
    }
    const led = event.shift?.isLed ? lead : undefined;
    this.#write(event, 'published', Math.min(queue, places), true, staff, {
      lastQueue: queue,
      led,
    });
  }

  /** A persona has signed up for what runs right now, and leaves what is to come for its player to choose. */
  #isKeen({ zeal, enough }: Adult, personasCome: boolean): boolean {
    if (enough !== undefined) return personasCome;
    return this.#tools.random.chance(zeal * EAGERNESS);
  }

  #whoComes(family: Family, event: Event): Coming[] {
    const { random } = this.#tools;
    const rare = event.kind.countsAs === 'volunteering' ? 0.25 : 1;
    const all = event.kind.countsAs === 'meeting' ? 1.6 : 1;
    return family.ties.flatMap(({ carer }) => {
      if (carer.enough !== undefined) return this.#almostThere(carer, event);
      if (!random.chance(carer.zeal * rare * all * 0.8)) return [];
      if (this.#isElsewhere(carer, event)) return [];
      // Most stay to the end; some come late or leave early.
      const whole = event.kind.defaultMinutes;
      const minutes = random.chance(0.8) ? whole : random.whole(20, whole);
      return [{ carer, minutes }];
    });
  }

  /** Events begin at three hours of a day and end before the next. */
  #isElsewhere(carer: Adult, { beginsAt }: Event): boolean {
    if (beginsAt.getTime() < this.#now - DAYS_ANYBODY_LOOKS_BACK * DAY) return false;
    const hour = `${carer.id} ${beginsAt.getTime()}`;
    if (this.#busy.has(hour)) return true;
    this.#busy.add(hour);
    return false;
  }

  /** A persona comes to everything until their points are just below what they want to show. */
  #almostThere(carer: Adult, event: Event): Coming[] {
    const minutes = event.kind.defaultMinutes;
    const worth = worthOf(this.#tools.plan, event, minutes);
    const earned = this.#earned.get(carer.id) ?? 0;
    if (worth === 0 || earned + worth > (carer.enough ?? 0)) return [];
    this.#earned.set(carer.id, earned + worth);
    return [{ carer, minutes }];
  }

  #register(
    event: Event,
    children: readonly Child[],
    coming: readonly Coming[],
    queue: number,
    state: 'registered' | 'waiting',
  ): string {
    const { random, rows } = this.#tools;
    const before = Math.min(event.beginsAt.getTime(), this.#now);
    const madeAt = new Date(before - random.whole(2, 9) * DAY + queue * 1000);
    const id = random.id(madeAt.getTime());
    const by = coming[0]?.carer.id ?? '';
    rows.add('registrations', [id, event.id, state, queue, by, madeAt]);
    for (const child of children) {
      rows.add('registration_students', [id, child.id, event.id, madeAt]);
    }
    for (const { carer } of coming) {
      rows.add('registration_carers', [id, carer.id, event.id, partIn(event).role, madeAt]);
    }
    return id;
  }

  /** Whether they were there at last: a few were written down by mistake. */
  #attend(
    event: Event,
    { carer, minutes }: Coming,
    { registration, children, staff }: Present,
  ): boolean {
    const { random, rows, facts } = this.#tools;
    const id = random.id(event.beginsAt.getTime());
    const part = partIn(event);
    const enteredAt = new Date(event.beginsAt.getTime() + random.whole(-15, 0) * MINUTE);
    const leftAt = new Date(event.beginsAt.getTime() + minutes * MINUTE + 20_000);
    const wrong = random.chance(0.003);
    const version = wrong ? 2 : 1;
    const how = random.weighted([
      ['pass', 5],
      ['hall-code', 4],
      ['staff', 1],
    ]);
    const kept = wrong ? 0 : minutes;
    const by = how === 'hall-code' ? carer.id : staff.id;
    rows.add('attendances', [
      id,
      event.id,
      carer.id,
      registration,
      part.role,
      enteredAt,
      how,
      by,
      leftAt,
      how,
      by,
      kept,
      version,
    ]);
    const fact = {
      kind: part.fact,
      at: event.beginsAt,
      organisation: event.host.id,
      subject: carer.id,
      actor: staff.id,
      quantity: part.isTimed ? minutes : 1,
      source: `attendance:${id}`,
      attributes: {
        activity: event.id,
        kind: event.kind.id,
        counts_as: event.kind.countsAs,
        host_kind: event.host.kind,
        students: children.map((child) => child.id),
        stages: [],
        method: how,
      },
    };
    const factId = facts.add(fact, leftAt);
    if (!wrong) return true;
    const at = new Date(leftAt.getTime() + DAY);
    const reason = random.pick(['扫错了人', '签到后离场，未参加', '重复登记']);
    rows.add('attendance_corrections', [id, 2, minutes, 0, reason, staff.id, at]);
    const attributes = { ...fact.attributes, reversal_reason: reason };
    const source = `reversal:${factId}`;
    facts.add({ ...fact, attributes, source, quantity: -fact.quantity }, at, { reverses: factId });
    return false;
  }

  /** Its id comes from the event, so that the chance of the rest of the district is left alone. */
  #stateHeld({ id, kind, host, beginsAt, endsAt }: Event, staff: Adult, people: number): void {
    const finishedAt = new Date(endsAt.getTime() + HOUR);
    const attributes = {
      activity: id,
      kind: kind.id,
      counts_as: kind.countsAs,
      host_kind: host.kind,
      people,
    };
    const by = { organisation: host.id, subject: host.id, actor: staff.id, attributes };
    const deed = {
      kind: 'activity.held',
      source: `activity-held:${id}`,
      at: beginsAt,
      quantity: 1,
    };
    const held = new Random(`held ${id}`).id(finishedAt.getTime());
    this.#tools.facts.add({ ...deed, ...by }, finishedAt, { id: held });
  }

  #write(
    event: Event,
    state: 'finished' | 'published',
    taken: number,
    isPublic: boolean,
    staff: Adult,
    { lastQueue = taken, led }: { lastQueue?: number; led?: Adult | undefined } = {},
  ): void {
    const { shift } = event;
    const { id, kind, host, audience, title, venue, beginsAt, endsAt, capacity } = event;
    const madeAt = new Date(Math.min(beginsAt.getTime(), this.#now) - 20 * DAY);
    const description = `${kind.summary.zh}欢迎${audience.name}的家庭参加。`;
    this.#tools.rows.add('activities', [
      id,
      kind.id,
      state,
      1,
      host.id,
      host.kind,
      host.lineage,
      title,
      description,
      kind.countsAs === 'practice' ? '水杯、帽子' : '',
      venue,
      beginsAt,
      endsAt,
      null,
      null,
      capacity,
      Math.min(taken, capacity ?? taken),
      lastQueue,
      [audience.id],
      [],
      isPublic,
      staff.id,
      madeAt,
      madeAt,
      ...(state === 'finished' ? [staff.id, new Date(endsAt.getTime() + HOUR)] : [null, null]),
      shift?.of ?? null,
      shift?.of === null,
      !shift?.of,
      shift?.label ?? '',
      shift?.team ?? '',
      led?.id ?? null,
    ]);
  }
}

/** What a guest is there as: a volunteer at the gate, a carer who teaches, as a rule an attendee. */
function partIn({ kind }: Event): { role: string; fact: string; isTimed: boolean } {
  if (kind.countsAs === 'volunteering') {
    return { role: 'volunteer', fact: 'activity.volunteered', isTimed: true };
  }
  const isTaught = kind.roles.some(({ role }) => role === 'attendee');
  if (isTaught) return { role: 'attendee', fact: 'activity.attended', isTimed: true };
  return { role: 'speaker', fact: 'activity.spoke', isTimed: false };
}

/** What an event earns before caps; hundredths of a point. */
function worthOf(plan: Plan, event: Event, minutes: number): number {
  const day = event.beginsAt.toISOString().slice(0, 10);
  const role = event.kind.roles[0];
  return plan.pointRules.reduce((sum, rule) => {
    const fits =
      rule.fact === role?.fact &&
      rule.when.every(({ attribute, in: allowed }) =>
        allowed.includes(attribute === 'kind' ? event.kind.id : event.kind.countsAs),
      );
    const version = fits ? ruleVersionOn(rule, day) : undefined;
    if (!version) return sum;
    return (
      sum + (version.per === 'event' ? version.amount : Math.trunc((minutes * version.amount) / 60))
    );
  }, 0);
}
