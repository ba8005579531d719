import type { PostRole } from '../server/directory/index.ts';
import type { Persona } from '../server/platform/index.ts';
import type { Registrar } from './enrol.ts';
import type { Adult, Child, Family, Registry } from './families.ts';
import { surnameOf } from './names.ts';
import type { Place, School, Tree } from './places.ts';
import type { Random } from './random.ts';
import type { Scale } from './scales.ts';

/** A school's people, as its history needs them. */
export interface SchoolPeople {
  readonly families: readonly { readonly family: Family; readonly children: readonly Child[] }[];
  readonly lead: Adult;
}

/** Families remembered, so that a younger child of theirs can enter another school. */
const MOST_REMEMBERED = 4000;
const TWINS = 0.012;
const STUDENTS_WITHOUT_TWINS = 60;
const SIBLING_ELSEWHERE = 0.12;
const TEACHER_IS_A_CARER = 0.06;
const SUBJECT_TEACHERS_A_CLASS = 0.8;
/** The persona who is almost there stops at 17 of 20 points. */
const ALMOST = 1700;

/** Fills the tree with people, school by school. */
export class Populace {
  readonly #random: Random;
  readonly #registry: Registry;
  readonly #registrar: Registrar;
  readonly #tree: Tree;
  readonly #remembered: Family[] = [];
  readonly #staffOf = new Map<string, Adult>();
  readonly #personas = new Map<string, Persona>();
  #personaFamily: Family | undefined;
  #hasTwins = false;
  students = 0;
  carers = 0;

  constructor(random: Random, registry: Registry, registrar: Registrar, tree: Tree) {
    this.#random = random;
    this.#registry = registry;
    this.#registrar = registrar;
    this.#tree = tree;
  }

  personas(): Persona[] {
    return [...this.#personas.values()];
  }

  /** Who answers for a community's events. */
  staffOf(place: Place): Adult {
    const staff = this.#staffOf.get(place.id);
    if (!staff) throw new Error(`${place.name} has no staff.`);
    return staff;
  }

  /** Some families that live about there. */
  someFamilies(count: number): Family[] {
    return Array.from({ length: count }, () => this.#random.pick(this.#remembered));
  }

  fillOffices(): void {
    const { district, subdistricts, communities } = this.#tree;
    this.#play('district-officer', this.#employ('district-officer', district));
    this.#employ('district-officer', district);
    this.#play('admissions-officer', this.#employ('admissions-officer', district));
    for (const place of subdistricts) {
      this.#play('subdistrict-worker', this.#employ('subdistrict-worker', place));
    }
    for (const place of communities) {
      this.#play('community-worker', this.#employ('community-worker', place));
    }
  }

  fillSchool(school: School, scale: Scale): SchoolPeople {
    const { place } = school;
    this.#play('principal', this.#employ('principal', place));
    const lead = this.#employ('moral-education-lead', place);
    const members = new Map<Family, Child[]>();
    for (const grade of school.grades) {
      for (const schoolClass of grade.classes) {
        this.#fillClass(schoolClass, scale.studentsAClass, members);
        this.#play('class-teacher', this.#employ('class-teacher', schoolClass));
        if (this.#random.chance(SUBJECT_TEACHERS_A_CLASS)) {
          this.#play('teacher', this.#employ('teacher', place));
        }
      }
    }
    const families = [...members].map(([family, children]) => ({ family, children }));
    return { families, lead };
  }

  #fillClass(schoolClass: Place, about: number, members: Map<Family, Child[]>): void {
    const random = this.#random;
    const size = about + random.whole(-2, 2);
    for (let seats = size; seats > 0; ) {
      const family = this.#nextFamily(schoolClass);
      const first = this.#enrol(family, schoolClass, members);
      seats -= 1;
      // However small a district, it has twins.
      const isDue = !this.#hasTwins && this.students > STUDENTS_WITHOUT_TWINS;
      if (seats > 0 && (random.chance(TWINS) || isDue)) {
        this.#hasTwins = true;
        this.#enrol(family, schoolClass, members, first);
        seats -= 1;
      }
      if (first.schoolClass.stage === 'junior') this.#playStudent(first);
    }
  }

  /** A new family, or one that has a child in another school already. */
  #nextFamily(schoolClass: Place): Family {
    const random = this.#random;
    if (!this.#personaFamily) {
      this.#personaFamily = this.#almostThere();
      return this.#personaFamily;
    }
    const persona = this.#personaFamily;
    // The persona's younger child goes to the first kindergarten.
    if (schoolClass.stage === 'kindergarten' && persona.children.length === 1) return persona;
    if (this.#remembered.length > 50 && random.chance(SIBLING_ELSEWHERE)) {
      const known = random.pick(this.#remembered);
      const here = known.children.some((child) => child.schoolClass.id === schoolClass.id);
      if (!here && known.children.length < 3) return known;
    }
    const family = this.#registry.family();
    this.#welcome(family);
    if (family.shape === 'grandparents' && family.ties[0]) {
      this.#play('grandparent', family.ties[0].carer);
    }
    return family;
  }

  #almostThere(): Family {
    const family = this.#registry.family('two parents');
    const [mother, father] = family.ties;
    if (!mother || !father) throw new Error('Two parents are two.');
    const ties = [
      { ...mother, carer: { ...mother.carer, enough: ALMOST } },
      { ...father, carer: { ...father.carer, zeal: 0 } },
    ];
    const almost = { ...family, ties };
    this.#welcome(almost);
    this.#play('carer', mother.carer);
    return almost;
  }

  #welcome(family: Family): void {
    for (const { carer } of family.ties) this.#registrar.adult(carer);
    this.carers += family.ties.length;
    if (this.#remembered.length < MOST_REMEMBERED) this.#remembered.push(family);
    else this.#remembered[this.#random.whole(0, MOST_REMEMBERED - 1)] = family;
  }

  #enrol(family: Family, schoolClass: Place, members: Map<Family, Child[]>, twin?: Child): Child {
    const child = this.#registry.child(family, schoolClass, twin);
    this.#registrar.child(child);
    this.#registrar.ties(family, child);
    members.set(family, [...(members.get(family) ?? []), child]);
    this.students += 1;
    return child;
  }

  #employ(role: PostRole, place: Place): Adult {
    const random = this.#random;
    const isCarer = role === 'teacher' && this.#remembered.length > 50;
    if (isCarer && random.chance(TEACHER_IS_A_CARER)) {
      const tie = random.pick(random.pick(this.#remembered).ties);
      if (!tie.carer.isElder && tie.carer.enough === undefined) {
        this.#registrar.post(tie.carer, role, place);
        return tie.carer;
      }
    }
    const generation = random.chance(0.3) ? 'man' : 'woman';
    const adult = this.#registry.adult(surnameOf(random), generation);
    this.#registrar.adult(adult);
    this.#registrar.post(adult, role, place);
    this.#staffOf.set(place.id, adult);
    return adult;
  }

  /** The first who can play a persona does. */
  #play(persona: string, { id: person }: Adult): void {
    if (!this.#personas.has(persona)) {
      this.#personas.set(persona, { persona, person, kind: 'adult' });
    }
  }

  #playStudent({ id: person }: Child): void {
    if (!this.#personas.has('student')) {
      this.#personas.set('student', { persona: 'student', person, kind: 'student' });
    }
  }
}
