import { StateForbids } from './refusals.ts';
import { type ActivityAction, type ActivityState, activityStateTable } from './states.ts';

/** The state that the action leads to; refuses what the table of states does not have. */
export function requireState(state: ActivityState, action: ActivityAction): ActivityState {
  const { name, next } = activityStateTable[state];
  const to = next[action];
  if (to === undefined) {
    throw StateForbids({
      detail: { zh: `活动${name.zh}。`, en: `The activity is ${name.en.toLowerCase()}.` },
    });
  }
  return to;
}
