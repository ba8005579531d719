import {
  openedFact,
  type PostRole,
  pinyinOf,
  pinyinOfPerson,
  sealedPhone,
} from '../server/directory/index.ts';
import type { Sealing } from '../server/platform/index.ts';
import type { FactLog } from './fact-log.ts';
import type { Adult, Child, Family } from './families.ts';
import type { Place } from './places.ts';
import type { Random } from './random.ts';
import type { Rows } from './rows.ts';

/** Writes the directory's rows and the facts that go with them: who there is, who raises whom, who works where. */
export class Registrar {
  readonly #rows: Rows;
  readonly #facts: FactLog;
  readonly #random: Random;
  readonly #sealing: Sealing;
  readonly #beganOn: string;
  readonly #at: Date;

  constructor(
    tools: { rows: Rows; facts: FactLog; random: Random; sealing: Sealing },
    beganOn: string,
  ) {
    this.#rows = tools.rows;
    this.#facts = tools.facts;
    this.#random = tools.random;
    this.#sealing = tools.sealing;
    this.#beganOn = beganOn;
    this.#at = new Date(`${beganOn}T00:00:00Z`);
  }

  place(place: Place): void {
    const { id, kind, parent, lineage, name, code, stage, enteredIn } = place;
    const row = [
      id,
      kind,
      parent?.id ?? null,
      lineage,
      name,
      pinyinOf(name),
      code,
      stage,
      enteredIn,
    ];
    this.#rows.add('organisations', row);
    const opened = openedFact({ id, kind, lineage, stage, entered_in: enteredIn });
    const deed = { ...opened, at: this.#at, organisation: id, subject: id, quantity: 1 };
    this.#facts.add(deed, this.#at, { id });
  }

  adult(adult: Adult): void {
    const { phone_sealed, phone_index } = sealedPhone(this.#sealing, adult.phone);
    this.#rows.add('people', [
      adult.id,
      adult.name,
      pinyinOfPerson(adult.name),
      adult.gender,
      phone_sealed,
      phone_index,
      this.#sealing.seal('id-number', adult.idNumber),
      this.#sealing.blindIndex('id-number', adult.idNumber),
      adult.isElder ? 'large' : 'normal',
    ]);
  }

  child(child: Child): void {
    const { id, schoolClass } = child;
    this.#rows.add('students', [
      id,
      child.name,
      pinyinOfPerson(child.name),
      child.gender,
      child.bornOn,
      child.number,
      this.#sealing.seal('id-number', child.idNumber),
      this.#sealing.blindIndex('id-number', child.idNumber),
      child.idNumber.slice(-4),
      schoolClass.id,
      schoolClass.lineage,
    ]);
    const enrolment = this.#id();
    this.#rows.add('enrolments', [enrolment, id, schoolClass.id, this.#beganOn]);
    this.#fact('student.enrolled', `enrolment:${enrolment}`, id, schoolClass.id, {
      class: schoolClass.id,
    });
  }

  ties(family: Family, child: Child): void {
    for (const { carer, relationship, isMain } of family.ties) {
      const id = this.#id();
      this.#rows.add('guardianships', [
        id,
        child.id,
        carer.id,
        relationship,
        isMain,
        this.#beganOn,
      ]);
      this.#fact('family.linked', `guardianship:${id}`, carer.id, child.schoolClass.id, {
        student: child.id,
        relationship,
      });
    }
  }

  post(adult: Adult, role: PostRole, place: Place): void {
    const id = this.#id();
    this.#rows.add('posts', [id, adult.id, place.id, role, this.#beganOn]);
    this.#fact('post.began', `post:${id}`, adult.id, place.id, { role });
  }

  #fact(
    kind: string,
    source: string,
    subject: string,
    organisation: string,
    attributes: Record<string, string>,
  ): void {
    const statement = { kind, source, subject, organisation, attributes, quantity: 1 };
    this.#facts.add({ ...statement, at: this.#at }, this.#at);
  }

  #id(): string {
    return this.#random.id(this.#at.getTime());
  }
}
