/** Files that people give: kept by a key, read whole, thrown away. May touch: the data folder; no table. */
export { type FileStore, localFiles } from './local-files.ts';
