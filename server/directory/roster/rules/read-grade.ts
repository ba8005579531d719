import type { Stage } from '../../tables.ts';

/** A grade: the stage, the year of it (1 is the first), and the year in which its students entered. */
export interface Grade {
  readonly stage: Stage;
  readonly year: number;
  readonly enteredIn: number;
  readonly name: string;
}

const DIGITS = '零一二三四五六七八九';
const KINDERGARTEN = ['小班', '中班', '大班'];
/** CEDS entry grade levels, as OneRoster and School Data Sync write them. */
const CEDS: Readonly<Record<string, number>> = { PR: -2, PK: -1, KG: 0, TK: 0 };

/**
 * The school year that holds a day: it begins in August, when new classes are formed.
 * @param day `YYYY-MM-DD`
 */
export function schoolYearOf(day: string): number {
  const year = Number(day.slice(0, 4));
  return Number(day.slice(5, 7)) >= 8 ? year : year - 1;
}

/**
 * A grade from its name or code (一年级, 七年级, 初二, 高一, 小班, 2023级, 03, KG). A grade is known by the year in
 * which it entered, so that the same children are the same grade next year. `stage` is needed for 2023级 only.
 */
export function readGrade(
  text: string,
  schoolYear: number,
  stage: Stage | null = null,
): Grade | undefined {
  const cohort = /^(\d{4})[级届]?$/.exec(text);
  if (cohort && stage !== null) {
    const enteredIn = Number(cohort[1]);
    const year = schoolYear - enteredIn + 1;
    return year >= 1 && year <= yearsOf(stage) ? gradeOf(stage, year, schoolYear) : undefined;
  }
  const nursery = KINDERGARTEN.findIndex(
    (name) => text.startsWith(name) || text === name.charAt(0),
  );
  if (nursery >= 0) return gradeOf('kindergarten', nursery + 1, schoolYear);
  const ceds = CEDS[text.toUpperCase()];
  if (ceds !== undefined) return gradeOf('kindergarten', ceds + 3, schoolYear);
  const level = levelOf(text, stage);
  return level === undefined ? undefined : gradeOfLevel(level, schoolYear);
}

/** Level 1 to 12: six years of primary, three of junior, three of senior. */
function levelOf(text: string, stage: Stage | null): number | undefined {
  const named = /^(?:(小学|初中?|高中?))?([一二三四五六七八九1-9])(?:年级|年)?$/.exec(text);
  if (named) {
    const year = numberOf(named[2] ?? '');
    const part = named[1]?.charAt(0);
    if (part === '初') return year <= 3 ? year + 6 : undefined;
    if (part === '高') return year <= 3 ? year + 9 : undefined;
    if (part === undefined && year <= 3 && stage === 'senior') return year + 9;
    if (part === undefined && year <= 3 && stage === 'junior') return year + 6;
    return year;
  }
  const code = /^0?(\d{1,2})$/.exec(text);
  const level = code ? Number(code[1]) : 0;
  return level >= 1 && level <= 12 ? level : undefined;
}

function numberOf(text: string): number {
  return /\d/.test(text) ? Number(text) : DIGITS.indexOf(text);
}

function yearsOf(stage: Stage): number {
  return stage === 'primary' ? 6 : 3;
}

function gradeOfLevel(level: number, schoolYear: number): Grade {
  if (level <= 6) return gradeOf('primary', level, schoolYear);
  if (level <= 9) return gradeOf('junior', level - 6, schoolYear);
  return gradeOf('senior', level - 9, schoolYear);
}

function gradeOf(stage: Stage, year: number, schoolYear: number): Grade {
  return { stage, year, enteredIn: schoolYear - year + 1, name: nameOf(stage, year) };
}

function nameOf(stage: Stage, year: number): string {
  switch (stage) {
    case 'kindergarten':
      return KINDERGARTEN[year - 1] ?? `第${year}年`;
    case 'primary':
      return `${DIGITS.charAt(year)}年级`;
    case 'junior':
      return `${DIGITS.charAt(year + 6)}年级`;
    case 'senior':
      return `高${DIGITS.charAt(year)}`;
  }
}
