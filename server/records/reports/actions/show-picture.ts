import { may, nobody, readerOf, theProgram, type Who } from '../../../directory/index.ts';
import { type District, NotFound } from '../../../platform/index.ts';
import { wasPresent } from '../../activities/index.ts';
import { getEvent } from '../get-event.ts';
import { fileOf } from '../rules/file-of.ts';
import { seenBy } from '../rules/visible.ts';
import type { PictureSize } from '../shapes.ts';
import { standingConsents } from '../standing-consents.ts';
import { findPhoto } from '../store/photos.ts';
import { findReport } from '../store/reports.ts';
import { isOpenToAll } from './show-report.ts';

/** The picture itself, for its host and for those who took part as long as the families consent. */
export async function showPicture(
  district: District,
  who: Who,
  { photo: id, size }: { photo: string; size: PictureSize },
): Promise<Buffer> {
  const { photo, seen } = await standingOf(district, id);
  const mayLook = await district.database.read(readerOf(who), async (transaction) => {
    const activity = await getEvent(transaction, photo.activity_id);
    if (may(who, 'activities.read', { lineage: activity.host_lineage })) return true;
    return seen !== 'host' && wasPresent(transaction, activity.id, who.person);
  });
  if (!mayLook) throw NotFound();
  return bytesOf(district, id, size);
}

/** For anyone: what is public, of a public report, with every consent. */
export async function showPublicPicture(
  district: District,
  { photo: id, size }: { photo: string; size: PictureSize },
): Promise<Buffer> {
  const { photo, seen } = await standingOf(district, id);
  const isOpen = await district.database.read(nobody, async (transaction) => {
    const activity = await getEvent(transaction, photo.activity_id);
    const report = await findReport(transaction, photo.activity_id);
    return seen === 'public' && report !== undefined && isOpenToAll(activity, report);
  });
  if (!isOpen) throw NotFound();
  return bytesOf(district, id, size);
}

async function standingOf(district: District, id: string) {
  return district.database.read(theProgram, async (transaction) => {
    const photo = await findPhoto(transaction, id);
    if (!photo) throw NotFound();
    const consents = await standingConsents(transaction, photo.students);
    return { photo, seen: seenBy(photo, consents) };
  });
}

async function bytesOf(district: District, id: string, size: PictureSize): Promise<Buffer> {
  const bytes = await district.files.get(fileOf(id, size));
  if (!bytes) throw NotFound();
  return bytes;
}
