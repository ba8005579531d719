import { type PartName, partNames, planFiles } from './shapes/index.ts';

/** The JSON Schemas of the plan files, by part: what editors complete and check by, in plans/schema/. */
export function jsonSchemas(): Record<PartName, object> {
  const schemas = partNames.map((name) => [
    name,
    {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      ...(JSON.parse(JSON.stringify(planFiles[name])) as object),
    },
  ]);
  return Object.fromEntries(schemas) as Record<PartName, object>;
}
