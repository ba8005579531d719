import { activities } from './activities.ts';
import { afterwards } from './afterwards.ts';
import { contests } from './contests.ts';
import { explain } from './explain.ts';
import { family } from './family.ts';
import { growth } from './growth.ts';
import { me } from './me.ts';
import { together } from './together.ts';

/** What every page but the home says: loaded with the first of them. */
export const later = {
  ...activities,
  ...afterwards,
  ...growth,
  ...contests,
  ...explain,
  ...family,
  ...me,
  ...together,
} as const;
