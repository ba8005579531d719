import { layerFiles, type PartName, planFiles } from './shapes/index.ts';

/** The JSON Schemas of the files of a plan and of a layer, by part: what editors complete and check by, in plans/schema/. */
export function jsonSchemas(): Record<PartName | 'layer', object> {
  const shapes = { ...planFiles, layer: layerFiles.layer };
  const schemas = Object.entries(shapes).map(([name, shape]) => [
    name,
    {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      ...(JSON.parse(JSON.stringify(shape)) as object),
    },
  ]);
  return Object.fromEntries(schemas) as Record<PartName | 'layer', object>;
}
