import type { Plan } from '../server/plan/index.ts';
import { DAY, Deeds, days, everyYear, type Year, yearsOf } from './deeds.ts';
import { keepBody, rateBase } from './deeds-of-bodies.ts';
import {
  type Doer,
  deedsOfSchool,
  inspected,
  once,
  publishPlan,
  trainTeachers,
} from './deeds-of-schools.ts';
import { deedsOfStudent } from './deeds-of-students.ts';
import { Diligence } from './diligence.ts';
import { EventsOfDuty } from './events-of-duty.ts';
import type { FactLog } from './fact-log.ts';
import type { Guests } from './hold.ts';
import type { Place, School, Tree } from './places.ts';
import type { Populace, SchoolPeople } from './populace.ts';
import { Random } from './random.ts';
import type { Rows } from './rows.ts';
import type { Scale } from './scales.ts';

interface Tools {
  readonly plan: Plan;
  readonly rows: Rows;
  readonly facts: FactLog;
  readonly tree: Tree;
  readonly populace: Populace;
  readonly scale: Scale;
}

const CLASSES_WITH_A_COMMITTEE = 0.3;
const SCHOOLS_A_SOCIAL_ORGANISATION = 8;
const SCHOOLS_A_PRACTICE_BASE = 5;
const COMMUNITIES_A_STATION = 3;
/** Students who may have been at a practice base. */
const STUDENTS_AT_BASES = 80;
const STUDENTS_OF_A_SCHOOL_AT_BASES = 20;
const FAMILIES_OF_A_SCHOOL_IN_THE_GRAND_CLASSROOM = 4;

/**
 * What is owed under the plan and kept by no record yet (visits, censuses, service, meetings …), as facts: so that the
 * boards of duties are full. Some do more than others, and communities least.
 */
export class DeedsOfDuty {
  readonly #tools: Tools;
  readonly #today: Date;
  readonly #years: readonly Year[];
  readonly #inFull: ReadonlySet<number>;
  readonly #diligence: Diligence;
  readonly #atBases: string[] = [];
  readonly #inTheGrandClassroom: Guests[] = [];

  constructor(tools: Tools, today: Date, beganAt: number) {
    this.#tools = tools;
    this.#today = today;
    this.#years = yearsOf(tools.plan.terms, beganAt, today);
    const all = this.#years.map(({ year }) => year);
    this.#inFull = new Set(tools.scale.everyVisit === 'all' ? all : all.slice(-1));
    this.#diligence = new Diligence(tools.tree);
  }

  ofSchool(school: School, { families, lead }: SchoolPeople): void {
    const { populace, tree } = this.#tools;
    const { place } = school;
    const doer = this.#doer(place, lead.id);
    const near = tree.communities.filter(({ parent }) => parent?.id === place.parent?.id);
    const events = new EventsOfDuty(this.#tools, place, this.#today);
    events.ofSchool(school, { families, lead }, doer);
    deedsOfSchool(doer, { communities: near.map(({ id }) => id) });
    inspected(doer, this.#officer());
    keepBody(doer, 'working-group');
    keepBody(doer, 'parent-committee');
    const classes = school.grades.flatMap((grade) => grade.classes);
    for (const { id } of classes) {
      if (doer.deeds.random.chance(CLASSES_WITH_A_COMMITTEE))
        keepBody(doer, 'parent-committee', id);
    }
    const teachers = classes.map((one) => ({ id: populace.staffOf(one).id, organisation: one.id }));
    trainTeachers(doer, [...teachers, { id: lead.id, organisation: place.id }]);
    const teacherOfClass = new Map(teachers.map(({ id, organisation }) => [organisation, id]));
    const care = {
      visits: this.#diligence.visitsOf(school),
      reliable: doer.reliable,
      teacherOf: ({ schoolClass }: { schoolClass: Place }) => teacherOfClass.get(schoolClass.id),
      lead: lead.id,
      inFull: this.#inFull,
    };
    const children = families.flatMap((one) => one.children);
    for (const child of children) deedsOfStudent(doer.deeds, child, this.#years, care);
    const older = children.filter(({ schoolClass }) => schoolClass.stage !== 'kindergarten');
    this.#inTheGrandClassroom.push(
      ...families.slice(0, FAMILIES_OF_A_SCHOOL_IN_THE_GRAND_CLASSROOM),
    );
    if (this.#atBases.length < STUDENTS_AT_BASES) {
      this.#atBases.push(...older.slice(0, STUDENTS_OF_A_SCHOOL_AT_BASES).map(({ id }) => id));
    }
  }

  /** After the schools: their students rate the practice bases. */
  ofOffices(): void {
    const { tree } = this.#tools;
    this.#ofDistrict();
    for (const place of tree.subdistricts) this.#ofSubdistrict(place);
    for (const [index, place] of tree.communities.entries()) {
      const doer = this.#ofCommunity(place);
      if (index % COMMUNITIES_A_STATION === 0) keepBody(doer, 'guidance-station');
    }
  }

  #ofDistrict(): void {
    const { district, schools } = this.#tools.tree;
    const doer = this.#doer(district, this.#officer());
    const guests = this.#inTheGrandClassroom;
    const staff = this.#tools.populace.staffOf(district);
    new EventsOfDuty(this.#tools, district, this.#today).ofDistrict(district, staff, {
      years: this.#years,
      guests,
    });
    keepBody(doer, 'leading-group');
    for (const { year } of this.#years) {
      publishPlan(doer, 'leadership', days(year, 10, 9, 30));
      consult(doer, days(year, 10, 8, 30));
      consult(doer, days(year + 1, 4, 8, 28));
    }
    const choices = { 'model-schools': 6, 'favourite-bases': 7 };
    for (const [choice, month] of Object.entries(choices)) {
      for (const due of everyYear(this.#years, { month, from: 1, until: 20 })) {
        once(doer, 'choice.published', due, { choice });
      }
    }
    const some = (schoolsEach: number) => Math.max(2, Math.round(schools.length / schoolsEach));
    for (let left = some(SCHOOLS_A_SOCIAL_ORGANISATION); left > 0; left -= 1) {
      keepBody(doer, 'social-organisation');
    }
    const hosts = { ...doer, reliable: 0.75 };
    for (let left = some(SCHOOLS_A_PRACTICE_BASE); left > 0; left -= 1) {
      rateBase(hosts, keepBody(hosts, 'practice-base'), this.#atBases);
    }
  }

  #ofSubdistrict(place: Place): void {
    const doer = this.#doer(place, this.#tools.populace.staffOf(place).id);
    keepBody(doer, 'working-group');
    for (const { year } of this.#years) publishPlan(doer, 'leadership', days(year, 10, 9, 30));
    for (const due of everyYear(this.#years, { month: 5, from: 10, until: 28 })) {
      once(doer, 'choice.published', due, { choice: 'harmonious-families' });
    }
    for (const due of everyYear(this.#years, { month: 3, from: 2, until: 28 })) {
      once(doer, 'story.published', due);
    }
    inspected(doer, this.#officer());
  }

  #ofCommunity(place: Place): Doer {
    const doer = this.#doer(place, this.#tools.populace.staffOf(place).id);
    keepBody(doer, 'working-group');
    keepBody(doer, 'joint-meeting');
    for (const { year } of this.#years) publishPlan(doer, 'leadership', days(year, 10, 9, 30));
    inspected(doer, this.#officer());
    return doer;
  }

  #doer(place: Place, actor: string | undefined): Doer {
    const deeds = new Deeds(this.#tools.facts, new Random(`duties ${place.id}`), this.#today);
    const reliable = this.#diligence.of(place);
    return { deeds, organisation: place.id, actor, reliable, years: this.#years };
  }

  #officer(): string | undefined {
    const officers = this.#tools.populace.personas();
    return officers.find(({ persona }) => persona === 'district-officer')?.person;
  }
}

/** A draft was put to the public; what became of the opinions is told within the month. */
function consult(
  { deeds, organisation, actor, reliable }: Doer,
  when: { from: number; until: number },
) {
  const at = deeds.within(when);
  const attributes = { consultation: deeds.random.id(at) };
  if (!deeds.state('consultation.closed', { organisation, at, actor, attributes })) return;
  const due = { from: at + 5 * DAY, until: at + 28 * DAY };
  const answered = deeds.inTime(reliable, due, at + 60 * DAY);
  if (answered)
    deeds.state('consultation.answered', { organisation, at: answered, actor, attributes });
}
