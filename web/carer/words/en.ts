import type { SameWords } from '../../shared/words/same-words.ts';
import { activities } from './en/activities.ts';
import { afterwards } from './en/afterwards.ts';
import { contests } from './en/contests.ts';
import { explain } from './en/explain.ts';
import { family } from './en/family.ts';
import { first } from './en/first.ts';
import { growth } from './en/growth.ts';
import { me } from './en/me.ts';
import { together } from './en/together.ts';
import type { zh } from './zh.ts';

export const en: SameWords<typeof zh> = {
  ...first,
  ...activities,
  ...afterwards,
  ...growth,
  ...contests,
  ...explain,
  ...family,
  ...me,
  ...together,
};
