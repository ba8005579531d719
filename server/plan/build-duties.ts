import type { Duty, DutySource, DutyVersion, Every, Layer } from './duty.ts';
import { type LayerOfFiles, strictest } from './layers/index.ts';
import type { PartValue } from './shapes/index.ts';

type DutyText = PartValue<'duties'>['duties'][number];
type VersionText = DutyText['versions'][number];

/** The duties of a plan and of what binds it from above: one for each id, by the strictest wording. */
export function buildDuties(
  own: readonly DutyText[],
  layers: readonly LayerOfFiles[],
): readonly Duty[] {
  const asked = new Map<string, [Duty, ...Duty[]]>();
  const add = (duty: Duty) => {
    const known = asked.get(duty.id);
    if (known) known.push(duty);
    else asked.set(duty.id, [duty]);
  };
  for (const duty of own) add(buildDuty(duty, { clause: duty.clause }));
  for (const { layer, duties } of layers) {
    for (const duty of duties) add(buildDuty(duty, { layer: layer.id, clause: duty.clause }));
  }
  return [...asked.values()].map(strictest);
}

export function layerOf({ layer, clauses }: LayerOfFiles): Layer {
  const { id, name, office, effectiveFrom } = layer;
  const built = clauses.map((clause) => ({ ...clause, carriedBy: clause.carriedBy ?? [] }));
  return { id, name, office, effectiveFrom, clauses: built };
}

function buildDuty(
  {
    id,
    title,
    whose,
    answers,
    counts,
    excusedBy = [],
    public: isPublic = true,
    versions,
  }: DutyText,
  source: DutySource,
): Duty {
  return {
    id,
    title,
    whose,
    answers,
    counts: { ...counts, holder: counts.holder ?? ['subject'], when: counts.when ?? [] },
    excusedBy: excusedBy.map(({ fact, when = [] }) => ({ fact, when })),
    isPublic,
    sources: [source],
    versions: versions.map((version) => buildVersion(version, source)),
  };
}

function buildVersion(written: VersionText, source: DutySource): DutyVersion {
  const { version, effectiveFrom, effectiveUntil, count, hours, amberDays } = written;
  return {
    version,
    effectiveFrom,
    ...(effectiveUntil && { effectiveUntil }),
    source,
    every: everyOf(written),
    target: hours === undefined ? (count ?? 1) : Math.round(hours * MINUTES_AN_HOUR),
    unit: hours === undefined ? 'count' : 'minutes',
    enough: written.enough ?? 100,
    amberDays,
    redDays: written.redDays ?? 0,
    joinedDaysBefore: written.joinedDaysBefore ?? 0,
  };
}

const MINUTES_AN_HOUR = 60;

/** Checked: months stand where `every` is months, and what comes before where it is an occasion. */
function everyOf({ every, months = [], after }: VersionText): Every {
  if (every === 'months') return { kind: every, months };
  if (every !== 'occasion') return { kind: every };
  if (!after) throw new Error('A checked duty on occasion says after what.');
  const { when = [], workingDays = false, ...rest } = after;
  return { kind: every, after: { ...rest, when, workingDays } };
}
