/** Plans above a plan: what binds every district of the country or the province, read from folders of their own. */
export { differentDuties } from './different-duties.ts';
export { type LayerOfFiles, readLayers } from './read-layers.ts';
export { strictest } from './strictest.ts';
