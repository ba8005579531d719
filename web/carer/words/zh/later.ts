import { activities } from './activities.ts';
import { afterwards } from './afterwards.ts';
import { family } from './family.ts';
import { growth } from './growth.ts';
import { me } from './me.ts';
import { together } from './together.ts';

/** What every page but the home says: loaded with the first of them. */
export const later = {
  ...activities,
  ...afterwards,
  ...growth,
  ...family,
  ...me,
  ...together,
} as const;
