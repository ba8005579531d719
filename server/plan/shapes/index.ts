/** The shape of each plan file, published as a JSON Schema under plans/schema/. */
import type { Static } from 'typebox';
import { ActivitiesFile } from './activities-file.ts';
import { CalendarFile } from './calendar-file.ts';
import { CertificatesFile } from './certificates-file.ts';
import { ClausesFile } from './clauses-file.ts';
import { ContestsFile } from './contests-file.ts';
import { DutiesFile } from './duties-file.ts';
import { FactsFile } from './facts-file.ts';
import { LayerFile } from './layer-file.ts';
import { PlanFile } from './plan-file.ts';
import { PointsFile } from './points-file.ts';
import { StagesFile } from './stages-file.ts';

/** The files of a plan folder, in the order in which a newcomer would read them. */
export const planFiles = {
  plan: PlanFile,
  clauses: ClausesFile,
  calendar: CalendarFile,
  stages: StagesFile,
  activities: ActivitiesFile,
  facts: FactsFile,
  points: PointsFile,
  certificates: CertificatesFile,
  contests: ContestsFile,
  duties: DutiesFile,
} as const;

/** The files of a folder that binds many districts. */
export const layerFiles = { layer: LayerFile, clauses: ClausesFile, duties: DutiesFile } as const;

export type PartName = keyof typeof planFiles;
export type PartValue<Name extends PartName> = Static<(typeof planFiles)[Name]>;
export const partNames = Object.keys(planFiles) as readonly PartName[];

export type LayerPartName = keyof typeof layerFiles;
export type LayerPartValue<Name extends LayerPartName> = Static<(typeof layerFiles)[Name]>;
