/** Photographs as people's phones make them, made safe to show. May touch: nothing. */
export { type CleanPicture, cleanPicture } from './clean-picture.ts';
export { pictureOfDrawing } from './picture-of-drawing.ts';
export { type EvidenceFile, readEvidence } from './read-evidence.ts';
export { PictureTooLarge } from './refusals.ts';
