import { type PhotoState, type Purpose, purposesOf } from '../states.ts';
import type { ConsentState } from './consent.ts';

/** How consent stands for one child. */
export type ChildConsents = Readonly<Record<Purpose, ConsentState>>;
/** … and for many, by the child's id. Who is not in it has not answered. */
export type Consents = ReadonlyMap<string, ChildConsents>;

export interface SeenPhoto {
  readonly state: PhotoState;
  readonly is_said: boolean;
  readonly students: readonly string[];
}

/** The children whose consent is missing before a photo may be put there. */
export function missingFor(
  { students }: Pick<SeenPhoto, 'students'>,
  where: 'album' | 'public',
  consents: Consents,
): string[] {
  return students.filter((student) =>
    purposesOf[where].some((purpose) => consents.get(student)?.[purpose] !== 'given'),
  );
}

/** As far as a photo is seen at this moment: what was put up and what the families say now, whichever is less. */
export function seenBy(photo: SeenPhoto, consents: Consents): 'host' | 'album' | 'public' {
  if (!photo.is_said) return 'host';
  const isPublic = photo.state === 'public' && missingFor(photo, 'public', consents).length === 0;
  if (isPublic) return 'public';
  const isUp = photo.state === 'album' || photo.state === 'public';
  return isUp && missingFor(photo, 'album', consents).length === 0 ? 'album' : 'host';
}
