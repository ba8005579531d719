import { idNumber, phoneNumber } from './made-up.ts';
import { type Generation, givenName, surnameOf } from './names.ts';
import type { Place } from './places.ts';
import type { Random } from './random.ts';

export interface Adult {
  readonly id: string;
  readonly name: string;
  readonly gender: 1 | 2;
  readonly phone: string;
  readonly idNumber: string;
  readonly isElder: boolean;
  /** How likely they are to come to an event, 0 to 1. */
  readonly zeal: number;
  /** Hundredths of a point after which they stop coming: for a persona who is almost there. */
  readonly enough?: number;
}

export interface Child {
  readonly id: string;
  readonly name: string;
  readonly gender: 1 | 2;
  readonly bornOn: string;
  readonly number: string;
  readonly idNumber: string;
  readonly schoolClass: Place;
}

export interface Tie {
  readonly carer: Adult;
  /** GB/T 4761: what the carer is to the child. */
  readonly relationship: string;
  readonly isMain: boolean;
}

/** Who raises a child, or several: the same ties hold for every child of the family. */
export interface Family {
  readonly surname: string;
  readonly shape: FamilyShape;
  readonly ties: readonly Tie[];
  readonly children: Child[];
}

export type FamilyShape =
  | 'two parents'
  | 'two homes'
  | 'one parent'
  | 'grandparents'
  | 'migrant'
  | 'three generations';

const shapes: readonly (readonly [FamilyShape, number])[] = [
  ['two parents', 58],
  ['three generations', 14],
  ['two homes', 9],
  ['grandparents', 8],
  ['one parent', 6],
  ['migrant', 5],
];

const FATHER = '51';
const MOTHER = '52';
const GRANDFATHER = '61';
const GRANDMOTHER = '62';

/** Makes people one after the other; knows how many there are, so that no number is given twice. */
export class Registry {
  readonly #random: Random;
  readonly #at: number;
  #adults = 0;
  #children = 0;

  constructor(random: Random, at: number) {
    this.#random = random;
    this.#at = at;
  }

  adult(
    surname: string,
    generation: Exclude<Generation, 'boy' | 'girl'>,
    habit: { zeal?: number; enough?: number } = {},
  ): Adult {
    const random = this.#random;
    const gender = generation === 'man' || generation === 'grandfather' ? 1 : 2;
    const isElder = generation === 'grandfather' || generation === 'grandmother';
    const year = isElder ? random.whole(1950, 1968) : random.whole(1978, 1996);
    this.#adults += 1;
    return {
      id: random.id(this.#at + this.#adults),
      name: surname + givenName(random, generation),
      gender,
      phone: phoneNumber(this.#adults),
      idNumber: idNumber(random, birthday(random, year), gender),
      isElder,
      // Few come always, many rarely: the square of chance is skewed as life is.
      zeal: habit.zeal ?? (isElder ? 0.5 : 1) * random.next() ** 2,
      ...(habit.enough !== undefined && { enough: habit.enough }),
    };
  }

  family(shape = this.#random.weighted(shapes)): Family {
    const random = this.#random;
    const surname = surnameOf(random);
    const father = () => this.adult(surname, 'man');
    const mother = () => this.adult(surnameOf(random), 'woman');
    const ties = tiesOf(shape, random, {
      father,
      mother,
      grandfather: () => this.adult(surname, 'grandfather'),
      grandmother: () => this.adult(surnameOf(random), 'grandmother'),
    });
    return { surname, shape, ties, children: [] };
  }

  child(family: Family, schoolClass: Place, twin?: Child): Child {
    const random = this.#random;
    const gender = random.chance(0.52) ? 1 : 2;
    const age = { kindergarten: 3, primary: 6, junior: 12, senior: 15 }[
      schoolClass.stage ?? 'primary'
    ];
    const bornIn = (schoolClass.enteredIn ?? 2020) - age;
    const bornOn = twin?.bornOn ?? birthday(random, bornIn);
    this.#children += 1;
    const child: Child = {
      id: random.id(this.#at + this.#children),
      name: family.surname + givenName(random, gender === 1 ? 'boy' : 'girl'),
      gender,
      bornOn,
      number: `G999${String(this.#children).padStart(12, '0')}`,
      idNumber: idNumber(random, bornOn, gender),
      schoolClass,
    };
    family.children.push(child);
    return child;
  }
}

type Kin = Readonly<Record<'father' | 'mother' | 'grandfather' | 'grandmother', () => Adult>>;

function tiesOf(shape: FamilyShape, random: Random, kin: Kin): Tie[] {
  const tie = (carer: Adult, relationship: string, isMain = false): Tie => ({
    carer,
    relationship,
    isMain,
  });
  switch (shape) {
    case 'two parents':
    case 'two homes':
      return [tie(kin.mother(), MOTHER, true), tie(kin.father(), FATHER)];
    case 'three generations':
      return [
        tie(kin.mother(), MOTHER, true),
        tie(kin.father(), FATHER),
        tie(kin.grandmother(), GRANDMOTHER),
      ];
    case 'one parent':
      return random.chance(0.8)
        ? [tie(kin.mother(), MOTHER, true)]
        : [tie(kin.father(), FATHER, true)];
    case 'grandparents':
      return [tie(kin.grandmother(), GRANDMOTHER, true), tie(kin.grandfather(), GRANDFATHER)];
    case 'migrant':
      return [
        tie(kin.grandmother(), GRANDMOTHER, true),
        tie({ ...kin.father(), zeal: 0.02 }, FATHER),
        tie({ ...kin.mother(), zeal: 0.04 }, MOTHER),
      ];
  }
}

function birthday(random: Random, year: number): string {
  const day = (part: number) => String(part).padStart(2, '0');
  return `${year}-${day(random.whole(1, 12))}-${day(random.whole(1, 28))}`;
}
