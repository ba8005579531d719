import { isDeepStrictEqual } from 'node:util';
import type { Words } from '../../platform/index.ts';
import type { Part } from '../checks/index.ts';
import type { Duty } from '../duty.ts';
import type { LayerOfFiles } from '../layers/index.ts';
import type { PlanProblem } from '../problem.ts';
import { problemAt } from '../reading/plan-source.ts';
import { cutsOf, inForceOn, type Pair, wordingOf } from './over-time.ts';

/** What is to bind a plan from above, and the file that names it. */
interface ChangedLayers {
  readonly layers: readonly LayerOfFiles[];
  readonly plan: Part<'plan'>;
}

/**
 * Where layers above would change what was due before `today`: the duties as they are with the layers of now, and as
 * they would be with those to come, the plan's own files staying as they are.
 */
export function pastChangesAbove(
  duties: Pair<readonly Duty[]>,
  changed: ChangedLayers,
  today: string,
): PlanProblem[] {
  const ids = [...new Set([...duties.before, ...duties.after].map(({ id }) => id))];
  return ids.flatMap((id) => {
    const before = duties.before.find((one) => one.id === id);
    const after = duties.after.find((one) => one.id === id);
    const day = firstChange({ before, after }, today);
    if (day === undefined) return [];
    const { title } = before ?? after ?? { title: { zh: id, en: id } };
    return [problemOf(id, title, day, changed, today)];
  });
}

/** The first day before today on which something else was due. */
function firstChange({ before, after }: Pair<Duty | undefined>, today: string): string | undefined {
  const versions = { before: before?.versions ?? [], after: after?.versions ?? [] };
  const isOther = !isDeepStrictEqual(before && fixedOf(before), after && fixedOf(after));
  return cutsOf([...versions.before, ...versions.after]).find((day) => {
    if (day >= today) return false;
    const was = inForceOn(versions.before, day);
    const is = inForceOn(versions.after, day);
    if (was && is && isOther) return true;
    return !isDeepStrictEqual(was && wordingOf(was), is && wordingOf(is));
  });
}

/** What has no versions. */
function fixedOf({ whose, counts, excusedBy }: Duty): unknown {
  return { whose, counts, excusedBy };
}

function problemOf(
  id: string,
  title: Words,
  day: string,
  { layers, plan }: ChangedLayers,
  today: string,
): PlanProblem {
  const wrong = {
    zh: `“${title.zh}”从 ${day} 起的要求因此变了，那些日子已经过去`,
    en: `By it "${title.en}" asks for something else from ${day} on, and those days have passed`,
  };
  const [asking] = layers.flatMap(({ duties, source }) => {
    const index = duties.findIndex((one) => one.id === id);
    return index < 0 ? [] : [{ source, index, versions: duties[index]?.versions ?? [] }];
  });
  if (!asking) {
    const remedy = {
      zh: '请把那份上级规定和它的任务写回来；要停用，给最后一个版本写上 effectiveUntil',
      en: 'Name the layer again, with its duty; to stop it, end its last version by effectiveUntil',
    };
    return problemAt(plan.source, ['layers'], { wrong, remedy });
  }
  const { source, index, versions } = asking;
  const at = versions.findLastIndex(({ effectiveFrom }) => effectiveFrom <= day);
  return problemAt(source, ['duties', index, 'versions', Math.max(at, 0)], {
    wrong,
    remedy: {
      zh: `请照旧保留执行过的版本，另加一个版本，effectiveFrom 最早写 ${today}`,
      en: `Leave the versions that were in force, and add another whose effectiveFrom is ${today} at the earliest`,
    },
  });
}
