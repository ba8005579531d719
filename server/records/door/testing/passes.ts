import { PASS_KEY, PASS_STEP_SECONDS } from '../../activities/index.ts';
import { codeOf, makePass, type Pass } from '../../activities/rules/pass.ts';
import type { Family, Scene } from '../../activities/testing/scene.ts';

const OPENS = '2026-10-18T04:00:00Z';

/** The code that a carer's phone shows at this instant, as it makes it without network. */
export function codeShown(here: Scene, activity: string, { carer }: Family, at: string): string {
  const pass: Pass = {
    activity,
    carer,
    name: '家长',
    hadPlace: true,
    firstStepAt: new Date(OPENS),
    steps: (5.5 * 3600) / PASS_STEP_SECONDS,
  };
  const made = makePass(here.district.sealing.key(PASS_KEY), pass);
  return codeOf(made, pass, new Date(at));
}
