import {
  may,
  namesOfOrganisations,
  namesOfStudents,
  nobody,
  readerOf,
  theProgram,
  type Who,
} from '../../../directory/index.ts';
import { type District, NotFound, type ReadTransaction } from '../../../platform/index.ts';
import { type Activity, listPresent, wasPresent } from '../../activities/index.ts';
import { getEvent } from '../get-event.ts';
import { type Consents, missingFor, seenBy } from '../rules/visible.ts';
import type { Photo as PhotoShape, PublicReport, Report } from '../shapes.ts';
import { standingConsents } from '../standing-consents.ts';
import { listPhotos, type Photo } from '../store/photos.ts';
import { findReport } from '../store/reports.ts';

/** The report as this person may see it: its host with everything, who took part with what is up. Nobody else finds it. */
export async function showReport(district: District, who: Who, id: string): Promise<Report> {
  const { photos, consents } = await albumOf(district, id);
  return district.database.read(readerOf(who), async (transaction) => {
    const activity = await getEvent(transaction, id);
    const target = { lineage: activity.host_lineage };
    const isDesk = may(who, 'activities.read', target);
    if (!isDesk && !(await wasPresent(transaction, activity.id, who.person))) throw NotFound();
    const report = await findReport(transaction, activity.id);
    const students = photos.flatMap((photo) => photo.students);
    const names = isDesk ? await namesOfStudents(transaction, students) : new Map();
    const shown = photos
      .map((photo) => photoShown(photo, consents, isDesk ? names : undefined))
      .filter(({ seen_by }) => isDesk || seen_by !== 'host');
    return {
      ...(await aboutActivity(transaction, activity)),
      text: report?.text ?? null,
      is_public: report?.is_public ?? false,
      may_be_public: activity.is_public,
      version: report?.version ?? 0,
      written_at: report?.written_at.toISOString() ?? null,
      photos: shown,
      may_edit: activity.state === 'finished' && may(who, 'activities.arrange', target),
    };
  });
}

/** What anyone may read of a public event, once its host says so. */
export async function showPublicReport(district: District, id: string): Promise<PublicReport> {
  const { photos, consents } = await albumOf(district, id);
  return district.database.read(nobody, async (transaction) => {
    const activity = await getEvent(transaction, id);
    const report = await findReport(transaction, activity.id);
    if (!report || !isOpenToAll(activity, report)) throw NotFound();
    return {
      ...(await aboutActivity(transaction, activity)),
      text: report.text,
      photos: photos
        .filter((photo) => seenBy(photo, consents) === 'public')
        .map(({ id: photo, caption, width, height }) => ({ id: photo, caption, width, height })),
    };
  });
}

export function isOpenToAll(activity: Activity, report: { is_public: boolean }): boolean {
  return activity.is_public && activity.state === 'finished' && report.is_public;
}

interface Album {
  readonly photos: readonly Photo[];
  readonly consents: Consents;
}

async function albumOf(district: District, activity: string): Promise<Album> {
  return district.database.read(theProgram, async (transaction) => {
    const { id } = await getEvent(transaction, activity);
    return albumOfEvents(transaction, [id]);
  });
}

/** The photos with the children in them and what their families say: read as the program, shown by each one's right. */
export async function albumOfEvents(
  transaction: ReadTransaction,
  events: readonly string[],
): Promise<Album> {
  const photos = await listPhotos(transaction, events);
  const students = [...new Set(photos.flatMap((photo) => photo.students))];
  return { photos, consents: await standingConsents(transaction, students) };
}

async function aboutActivity(transaction: ReadTransaction, activity: Activity) {
  const names = await namesOfOrganisations(transaction, [activity.host_id]);
  return {
    activity_id: activity.id,
    title: activity.title,
    host_name: names.get(activity.host_id) ?? '',
    begins_at: activity.begins_at.toISOString(),
    place: activity.place,
    families: (await listPresent(transaction, activity.id)).families,
  };
}

/** With names: for the desk. */
function photoShown(
  photo: Photo,
  consents: Consents,
  names: ReadonlyMap<string, string> | undefined,
): PhotoShape {
  const { id, caption, width, height, state, is_said, students } = photo;
  const where = state === 'public' ? 'public' : 'album';
  const missing = state === 'kept' ? [] : missingFor(photo, where, consents);
  return {
    id,
    caption,
    width,
    height,
    seen_by: seenBy(photo, consents),
    desk: names
      ? {
          state,
          is_said,
          student_ids: [...students],
          missing: missing.map((student_id) => ({
            student_id,
            name: names.get(student_id) ?? '',
            consent: worst(consents.get(student_id), where),
          })),
        }
      : null,
  };
}

/** What stands in the way, a no before a silence. */
function worst(
  child:
    | { album: 'given' | 'refused' | 'unasked'; public: 'given' | 'refused' | 'unasked' }
    | undefined,
  where: 'album' | 'public',
): 'given' | 'refused' | 'unasked' {
  const asked = where === 'public' ? [child?.album, child?.public] : [child?.album];
  if (asked.includes('refused')) return 'refused';
  return asked.every((one) => one === 'given') ? 'given' : 'unasked';
}
