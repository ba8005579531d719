import type { Plan } from '../../../plan/index.ts';

/** Kinds of activity whose presence is measured: where entering alone counts, all have the same, and that tells nothing. */
export function measuredKinds({ activityKinds }: Plan) {
  return activityKinds.filter(({ checkIn }) => checkIn === 'entry-and-exit');
}
