import type { OrganisationKind, Stage } from '../server/directory/index.ts';
import { communityName, schoolName, subdistrictNames } from './names.ts';
import type { Random } from './random.ts';
import type { Scale } from './scales.ts';

export interface Place {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly parent: Place | null;
  readonly lineage: readonly string[];
  readonly name: string;
  readonly code: string;
  readonly stage: Stage | null;
  readonly enteredIn: number | null;
}

/** A school with its grades and classes. */
export interface School {
  readonly place: Place;
  readonly grades: readonly { readonly place: Place; readonly classes: readonly Place[] }[];
}

export interface Tree {
  readonly district: Place;
  readonly subdistricts: readonly Place[];
  readonly communities: readonly Place[];
  readonly schools: readonly School[];
}

const gradesOf = { kindergarten: 3, primary: 6, junior: 3 } as const;
const gradeNames = {
  kindergarten: ['小班', '中班', '大班'],
  primary: ['一年级', '二年级', '三年级', '四年级', '五年级', '六年级'],
  junior: ['七年级', '八年级', '九年级'],
} as const;

type SchoolStage = keyof typeof gradesOf;

/** The tree of organisations: subdistricts, communities, schools with grades and classes. */
export function plantTree(
  random: Random,
  scale: Scale,
  { districtName, schoolYear, at }: { districtName: string; schoolYear: number; at: number },
): Tree {
  let codes = 0;
  const place = (
    kind: OrganisationKind,
    name: string,
    parent: Place | null,
    more: { stage?: Stage; enteredIn?: number } = {},
  ): Place => {
    const id = random.id(at);
    codes += 1;
    const { stage = null, enteredIn = null } = more;
    const lineage = [...(parent?.lineage ?? []), id];
    return { id, kind, parent, lineage, name, code: `D${codes}`, stage, enteredIn };
  };
  const district = place('district', districtName, null);
  const subdistricts = subdistrictNames
    .slice(0, scale.subdistricts)
    .map((name) => place('subdistrict', name, district));
  const under = (index: number) => subdistricts[index % subdistricts.length] as Place;
  const communities = Array.from({ length: scale.communities }, (_, index) =>
    place('community', communityName(index), under(index)),
  );
  const school = (stage: SchoolStage, index: number): School => {
    const kind = stage === 'kindergarten' ? 'kindergarten' : 'school';
    const top = place(kind, schoolName(stage, index), under(index), { stage });
    const grades = Array.from({ length: gradesOf[stage] }, (_, year) => {
      const name = gradeNames[stage][year] as string;
      const enteredIn = schoolYear - year;
      const grade = place('grade', name, top, { stage, enteredIn });
      const classes = Array.from({ length: scale.classesAGrade }, (_, number) =>
        place('class', `${name}${number + 1}班`, grade, { stage, enteredIn }),
      );
      return { place: grade, classes };
    });
    return { place: top, grades };
  };
  const several = (stage: SchoolStage, count: number) =>
    Array.from({ length: count }, (_, index) => school(stage, index));
  return {
    district,
    subdistricts,
    communities,
    schools: [
      ...several('primary', scale.primaries),
      ...several('junior', scale.juniors),
      ...several('kindergarten', scale.kindergartens),
    ],
  };
}

/** Every place of the tree, parents before children. */
export function* placesOf({
  district,
  subdistricts,
  communities,
  schools,
}: Tree): Generator<Place> {
  yield* [district, ...subdistricts, ...communities];
  for (const { place, grades } of schools) {
    yield place;
    for (const grade of grades) {
      yield grade.place;
      yield* grade.classes;
    }
  }
}
