import { type FamilyScore, scoresOf } from '../../counting/certificates/index.ts';
import {
  type ChildOfCarer,
  childrenOfCarers,
  namesOfPeople,
  requireMay,
  theProgram,
  type Who,
} from '../../directory/index.ts';
import { listNoticesOf } from '../../notices/index.ts';
import { type District, Gather } from '../../platform/index.ts';
import { listTodaysOf } from '../../records/activities/index.ts';
import { aheadOf, comingFor } from './coming.ts';
import type { CarerHome } from './shapes.ts';

const HOUR = 3_600_000;
const TODAY = 12 * HOUR;
const MOST_HOMES_A_READING = 100;

const readers = new WeakMap<District, Gather<string, CarerHome>>();

/**
 * What a carer sees first. Homes that are asked for at the same moment are read together, so that an evening's
 * rush costs a few statements and not six for each. Reads as the program, and only what the guardianships of
 * each carer name.
 */
export async function showHome(district: District, who: Who): Promise<CarerHome> {
  requireMay(who, 'points.read', { person: who.person });
  const known = readers.get(district);
  const homes =
    known ??
    new Gather<string, CarerHome>((carers) => readHomes(district, carers, district.clock()), {
      most: MOST_HOMES_A_READING,
      lanes: 1,
    });
  if (!known) readers.set(district, homes);
  return homes.ask(who.person);
}

interface Read {
  readonly names: ReadonlyMap<string, string>;
  readonly children: readonly ChildOfCarer[];
  readonly scores: ReadonlyMap<string, FamilyScore>;
  /** What they signed up for, today and later. */
  readonly own: Awaited<ReturnType<typeof listTodaysOf>>;
  readonly notices: Awaited<ReturnType<typeof listNoticesOf>>;
}

async function readHomes(district: District, carers: string[], at: Date): Promise<CarerHome[]> {
  const read = await district.database.read(theProgram, async (transaction): Promise<Read> => {
    const [children, names, own, notices] = await Promise.all([
      childrenOfCarers(transaction, carers),
      namesOfPeople(transaction, carers),
      listTodaysOf(transaction, carers, new Date(at.getTime() - HOUR), aheadOf(at)),
      listNoticesOf(transaction, carers),
    ]);
    const students = [...new Set(children.map(({ student }) => student))];
    const scores = await scoresOf(transaction, district.plan, students, at);
    return {
      names,
      children,
      scores,
      own,
      notices,
    };
  });
  return Promise.all(carers.map((carer) => homeOf(district, read, carer, at)));
}

async function homeOf(district: District, read: Read, carer: string, at: Date): Promise<CarerHome> {
  const children = read.children.filter((child) => child.carer === carer);
  const own = read.own.filter((one) => one.carer === carer);
  const soon = new Date(at.getTime() + TODAY);
  return {
    person_name: read.names.get(carer) ?? '',
    children: children.map(({ student, name, class_name, school_name }) => {
      const {
        total = 0,
        asked = 0,
        missing = 0,
        certificate: found,
      } = read.scores.get(student) ?? {};
      const certificate = found ? { id: found.id, number: found.number, state: found.state } : null;
      return {
        ...{ student_id: student, name, class_name, school_name },
        ...{ total, threshold: asked, missing, certificate },
      };
    }),
    today: own
      .filter(({ begins_at }) => begins_at < soon)
      .map(({ carer: _, begins_at, ends_at, ...one }) => ({
        ...one,
        begins_at: begins_at.toISOString(),
        ends_at: ends_at.toISOString(),
      })),
    coming: await comingFor(district, children, own, at),
    notices: noticesOf(read, carer, children),
  };
}

/** What changed without the carer's doing; a child is named where it is one of theirs. */
function noticesOf(
  { notices }: Read,
  carer: string,
  children: readonly ChildOfCarer[],
): CarerHome['notices'] {
  return notices
    .filter(({ person }) => person === carer)
    .map(({ id, made_at, link, heading, words, asks, student_id }) => ({
      ...{ id, link, heading, asks },
      made_at: made_at.toISOString(),
      text: words,
      child_name: children.find(({ student }) => student === student_id)?.name ?? null,
    }));
}
