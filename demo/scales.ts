/** How large a demo district is. */
export interface Scale {
  readonly subdistricts: number;
  readonly communities: number;
  readonly kindergartens: number;
  readonly primaries: number;
  readonly juniors: number;
  readonly classesAGrade: number;
  readonly studentsAClass: number;
  /** Years of events before today. */
  readonly years: number;
  /** Events that a school holds for all its families in a term. */
  readonly eventsATerm: number;
  /** Of which school years monthly visits and service hours are written: they are most of all facts. */
  readonly everyVisit: 'all' | 'this school year';
}

export const scales = {
  small: {
    subdistricts: 2,
    communities: 2,
    kindergartens: 1,
    primaries: 1,
    juniors: 1,
    classesAGrade: 1,
    studentsAClass: 26,
    years: 1,
    eventsATerm: 12,
    everyVisit: 'all',
  },
  demo: {
    subdistricts: 9,
    communities: 20,
    kindergartens: 8,
    primaries: 9,
    juniors: 4,
    classesAGrade: 5,
    studentsAClass: 34,
    years: 1,
    eventsATerm: 12,
    everyVisit: 'all',
  },
  district: {
    subdistricts: 9,
    communities: 90,
    kindergartens: 100,
    primaries: 70,
    juniors: 30,
    classesAGrade: 5,
    studentsAClass: 40,
    years: 3,
    eventsATerm: 17,
    everyVisit: 'this school year',
  },
} as const satisfies Record<string, Scale>;

export type ScaleName = keyof typeof scales;

export function isScaleName(text: string): text is ScaleName {
  return text in scales;
}
