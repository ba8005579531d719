import {
  type ChildOfCarer,
  childrenOfCarers,
  requireMay,
  theProgram,
  type Who,
} from '../../directory/index.ts';
import type { ActivityRoleName } from '../../plan/index.ts';
import {
  BadRequest,
  type Call,
  type District,
  type FirstAnswer,
  findFirstAnswers,
  Gather,
  keepFirstAnswers,
  NotFound,
  Refusal,
  type Repeatable,
  type Words,
  type WriteTransaction,
} from '../../platform/index.ts';
import { roleFor } from './hosts-and-guests.ts';
import { MOST_SIGN_UPS_A_BATCH } from './limits.ts';
import { NotInvited, NotTheirChild, OthersFirst, SignUpClosed, SignUpNotOpen } from './refusals.ts';
import { requireState } from './require-state.ts';
import { goesFirst, isInvited } from './rules/audience.ts';
import { type Answer, checkAnswers, cleanAnswers, type Question } from './rules/check-answers.ts';
import { signUpWindow } from './rules/check-schedule.ts';
import { dayAndTime } from './rules/notice-words.ts';
import { reasonsOf } from './rules/waiting-order.ts';
import { type Guests, seatHouseholds } from './seat-households.ts';
import type { SignedUp } from './shapes.ts';
import { takeActivity } from './store/activities.ts';
import { type Clash, listClashes } from './store/clashes.ts';
import { type Answered, listQuestions, putAnswers } from './store/questions.ts';
import { type Registration, waitingPositions } from './store/registrations.ts';
import type { Activity } from './tables.ts';

/** One family at the door of one activity. */
export interface Arrival {
  readonly who: Who;
  readonly carer: string;
  readonly students: readonly string[];
  /** By staff: the part that the carer plays. */
  readonly role: ActivityRoleName | undefined;
  readonly answers: readonly Answer[];
  readonly call: Call;
}

export type SignUpOutcome = SignedUp | Refusal;

/** What went wrong with one of a batch, for its caller alone. */
interface Failure {
  readonly failure: unknown;
}

interface Door {
  readonly gather: Gather<Arrival, SignUpOutcome | Failure>;
  /** How many stand at it; a door at which nobody stands is forgotten. */
  standing: number;
}

const doors = new WeakMap<District, Map<string, Door>>();

/**
 * Signs a family up. All who come to one activity at the same moment go through one transaction, in the order in
 * which they came: five thousand families share one lock and not five thousand. Each has an answer of its own; what
 * is refused to one does not concern the others, and other activities have doors of their own.
 *
 * Cost: some twelve statements for up to `MOST_SIGN_UPS_A_BATCH` families.
 */
export async function recordSignUp(
  district: District,
  activity: string,
  arrival: Arrival,
): Promise<SignUpOutcome> {
  const ofDistrict = doors.get(district) ?? new Map<string, Door>();
  doors.set(district, ofDistrict);
  const door = ofDistrict.get(activity) ?? {
    gather: new Gather((arrivals) => letIn(district, activity, arrivals), {
      most: MOST_SIGN_UPS_A_BATCH,
    }),
    standing: 0,
  };
  ofDistrict.set(activity, door);
  door.standing += 1;
  try {
    const outcome = await door.gather.ask(arrival);
    if ('failure' in outcome) throw outcome.failure;
    return outcome;
  } finally {
    door.standing -= 1;
    if (door.standing === 0) ofDistrict.delete(activity);
  }
}

/** Should a batch fail as a whole, each of it is tried by itself: nobody pays for what another one caused. */
async function letIn(
  district: District,
  activity: string,
  arrivals: readonly Arrival[],
): Promise<(SignUpOutcome | Failure)[]> {
  try {
    return await signUpTogether(district, activity, arrivals);
  } catch (failure) {
    if (failure instanceof Refusal) return arrivals.map(() => failure);
    if (arrivals.length === 1) return [{ failure }];
  }
  const outcomes: (SignUpOutcome | Failure)[] = [];
  for (const one of arrivals) outcomes.push(...(await letIn(district, activity, [one])));
  return outcomes;
}

async function signUpTogether(
  { database, plan, sealing }: District,
  id: string,
  arrivals: readonly Arrival[],
): Promise<SignUpOutcome[]> {
  return database.write(theProgram, async (transaction) => {
    const carers = [...new Set(arrivals.map(({ carer }) => carer))];
    const [activity, firsts, children, questions] = await Promise.all([
      takeActivity(transaction, id),
      findFirstAnswers(transaction, arrivals.map(repeatable)),
      childrenOfCarers(transaction, carers),
      listQuestions(transaction, id),
    ]);
    const decided = decideAll(arrivals, firsts, (arrival) =>
      admit(plan, { activity, questions, children }, arrival),
    );
    const guests = decided.flatMap((one) => ('guests' in one ? [one.guests] : []));
    const seated = await seatHouseholds(transaction, plan, activity, guests);
    await putAnswers(transaction, sealing, answeredBy(guests, seated));
    const { positions, clashes } = await lookAround(transaction, activity, seated, carers);
    const answers = seated.map((one, index) => {
      if (one instanceof Refusal) return one;
      return answer(one, positions, clashes.get(guests[index]?.carer ?? '') ?? []);
    });
    const outcomes = inOrder(decided, answers);
    await keepFirstAnswers(transaction, freshAnswers(arrivals, firsts, outcomes));
    return outcomes;
  });
}

/** What the seated said to the host's questions. */
function answeredBy(
  guests: readonly Admitted[],
  seated: readonly (Registration | Refusal)[],
): Answered[] {
  return guests.flatMap(({ answers, by, at }, index) => {
    const one = seated[index];
    if (!one || one instanceof Refusal) return [];
    return [{ registration: one.registration, answers, by, at }];
  });
}

function repeatable({ who, call: { idempotency } }: Arrival): Repeatable | undefined {
  return idempotency && { person: who.person, idempotency };
}

type Decided =
  | { readonly guests: Admitted }
  | { readonly outcome: SignUpOutcome }
  /** A retry that overtook its answer: the same as an earlier one of the batch. */
  | { readonly sameAs: number };

function decideAll(
  arrivals: readonly Arrival[],
  firsts: readonly (FirstAnswer | undefined)[],
  guestsOf: (arrival: Arrival) => Admitted,
): Decided[] {
  const seen = new Map<string, number>();
  return arrivals.map((arrival, index) => {
    const first = firsts[index];
    if (first instanceof Refusal) return { outcome: first };
    if (first) return { outcome: first.answer as SignedUp };
    const { idempotency } = arrival.call;
    if (idempotency) {
      const key = `${arrival.who.person} ${idempotency.key} ${idempotency.fingerprint}`;
      const earlier = seen.get(key);
      if (earlier !== undefined) return { sameAs: earlier };
      seen.set(key, index);
    }
    try {
      return { guests: guestsOf(arrival) };
    } catch (error) {
      if (error instanceof Refusal) return { outcome: error };
      throw error;
    }
  });
}

/** What the batch has read. */
interface Known {
  readonly activity: Activity;
  readonly questions: readonly Question[];
  readonly children: readonly ChildOfCarer[];
}

interface Admitted extends Guests {
  readonly answers: readonly Answer[];
}

/** May they, and is it open to them? Everything needed has been read; refusals are thrown. */
function admit(
  plan: District['plan'],
  { activity, questions, children }: Known,
  { who, carer, students, role, answers: said, call }: Arrival,
): Admitted {
  const isStaff = carer !== who.person;
  const theirs = students.map((id) => {
    const child = children.find((one) => one.carer === carer && one.student === id);
    return requireChild(who, child, id, isStaff);
  });
  // A draft is nobody's business but the host's.
  if (activity.state === 'draft') throw NotFound();
  requireState(activity.state, 'sign-up');
  const isInGroup = goesFirst(activity, theirs);
  requireOpen(activity, call, { isStaff, isInGroup });
  requireInvited(activity, theirs);
  const answers = cleanAnswers(said);
  const wrong = checkAnswers(questions, answers);
  if (wrong.length > 0) throw BadRequest({ fields: wrong });
  return {
    answers,
    carer,
    students,
    role: roleFor(plan, activity.kind, role),
    keepsRole: role === undefined,
    isInGroup,
    by: who.person,
    at: call.at,
  };
}

/** The child, if it is the carer's and this person may sign it up: as its carer, or as staff who see it. */
function requireChild(
  who: Who,
  child: ChildOfCarer | undefined,
  id: string,
  isStaff: boolean,
): ChildOfCarer {
  const asker = isStaff ? { ...who, children: [] } : who;
  requireMay(asker, 'activities.sign-up', { student: id, lineage: child?.lineage });
  if (!child) throw NotTheirChild();
  return child;
}

/** Refuses while families may not sign up yet, or no longer. */
export function requireOpen(
  activity: Activity,
  { at }: Call,
  whose: { isStaff: boolean; isInGroup: boolean },
): void {
  const window = signUpWindow(activity, at, whose);
  if (window === 'closed') throw SignUpClosed();
  if (window === 'not-yet') throw SignUpNotOpen();
  if (window === 'others-first') throw OthersFirst({ detail: fromThen(activity.priority_until) });
}

/** From when those may sign up who do not go first. */
function fromThen(until: Date | null): Words {
  const { zh, en } = dayAndTime(until ?? new Date());
  return { zh: `您可以从${zh} 起报名。`, en: `You may sign up from ${en}.` };
}

function requireInvited(activity: Activity, children: readonly ChildOfCarer[]): void {
  const uninvited = children.find((child) => !isInvited(activity, child));
  if (!uninvited) return;
  const { name } = uninvited;
  throw NotInvited({ detail: { zh: `孩子：${name}`, en: `Child: ${name}` } });
}

/** Where those who wait stand, and what else the carers signed up for at that time. */
async function lookAround(
  transaction: WriteTransaction,
  activity: Activity,
  seated: readonly (Registration | Refusal)[],
  carers: readonly string[],
) {
  const waiting = seated.flatMap((one) =>
    !(one instanceof Refusal) && one.state === 'waiting' ? [one.registration] : [],
  );
  const [positions, clashes] = await Promise.all([
    waitingPositions(transaction, activity.id, waiting),
    listClashes(transaction, carers, activity),
  ]);
  return { positions, clashes };
}

function answer(
  { registration, state, waiting_rank, offer_ends_at, students }: Registration,
  positions: ReadonlyMap<string, number>,
  clashes: readonly Clash[],
): SignedUp {
  return {
    id: registration,
    state,
    waiting_position: positions.get(registration) ?? null,
    waiting_reasons: state === 'waiting' ? reasonsOf(waiting_rank) : [],
    offer_ends_at: offer_ends_at?.toISOString() ?? null,
    student_ids: [...students],
    clashes: clashes.map((one) => ({
      activity_id: one.activity_id,
      title: one.title,
      begins_at: one.begins_at.toISOString(),
      ends_at: one.ends_at.toISOString(),
    })),
  };
}

/** One outcome for each that came; `answers` are those of the guests. */
function inOrder(decided: readonly Decided[], answers: readonly SignUpOutcome[]): SignUpOutcome[] {
  const outcomes: SignUpOutcome[] = [];
  let next = 0;
  for (const one of decided) {
    if ('outcome' in one) outcomes.push(one.outcome);
    else if ('sameAs' in one) outcomes.push(outcomes[one.sameAs] as SignUpOutcome);
    else outcomes.push(answers[next++] as SignUpOutcome);
  }
  return outcomes;
}

function freshAnswers(
  arrivals: readonly Arrival[],
  firsts: readonly (FirstAnswer | undefined)[],
  outcomes: readonly SignUpOutcome[],
): (Repeatable & { answer: unknown })[] {
  return arrivals.flatMap((arrival, index) => {
    const asked = repeatable(arrival);
    const outcome = outcomes[index];
    if (!asked || firsts[index] || outcome instanceof Refusal) return [];
    return [{ ...asked, answer: outcome }];
  });
}
