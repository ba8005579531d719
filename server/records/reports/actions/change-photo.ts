import {
  namesOfPeople,
  readerOf,
  requireMay,
  studentsInReach,
  theProgram,
  type Who,
} from '../../../directory/index.ts';
import {
  type Call,
  type District,
  NotFound,
  newId,
  type WriteTransaction,
} from '../../../platform/index.ts';
import { cleanPicture } from '../../../platform/pictures/index.ts';
import { type Activity, listPresent } from '../../activities/index.ts';
import { askFamilies, askNoMore } from '../ask-families.ts';
import { getEvent } from '../get-event.ts';
import { MOST_PHOTOS } from '../limits.ts';
import { requireNoChildNamed } from '../no-child-named.ts';
import { ChildrenNotSaid, ConsentMissing, NotThere, TooManyPhotos } from '../refusals.ts';
import { requireHost } from '../require-host.ts';
import { fileOf } from '../rules/file-of.ts';
import { missingFor } from '../rules/visible.ts';
import type { PhotoChange, PutPhoto } from '../shapes.ts';
import { standingConsents } from '../standing-consents.ts';
import { purposesOf } from '../states.ts';
import {
  countPhotos,
  insertPhoto,
  type Photo,
  replaceChildren,
  takePhoto,
  updatePhoto,
} from '../store/photos.ts';

/** Keeps a photo for the host alone: drawn anew, without where and when it was taken. Sent again it is the same. */
export async function uploadPhoto(
  district: District,
  who: Who,
  { activity, bytes }: { activity: string; bytes: Buffer },
  call: Call,
): Promise<string> {
  const { id } = await requireHost(district, who, activity);
  const { large, small, width, height } = await cleanPicture(bytes);
  const photo = newId();
  // First the files, then the row: what is listed can be seen.
  await district.files.put(fileOf(photo, 'large'), large);
  await district.files.put(fileOf(photo, 'small'), small);
  const kept = await district.database
    .write(
      readerOf(who),
      async (transaction) => {
        if ((await countPhotos(transaction, id)) >= MOST_PHOTOS) throw TooManyPhotos();
        const row = { id: photo, activity_id: id, width, height };
        await insertPhoto(transaction, { ...row, uploaded_by: who.person, uploaded_at: call.at });
        return photo;
      },
      call,
    )
    .catch(async (error) => {
      await removeFiles(district, photo);
      throw error;
    });
  if (kept !== photo) await removeFiles(district, photo);
  return kept;
}

async function removeFiles(district: District, photo: string): Promise<void> {
  await district.files.remove(fileOf(photo, 'large'));
  await district.files.remove(fileOf(photo, 'small'));
}

/**
 * The caption, and which children are seen: those who were there. When that changes, where it is put is decided anew.
 * Families who have not said whether their child may be seen are asked.
 */
export async function changePhoto(
  district: District,
  who: Who,
  { photo: id, caption, student_ids: students }: PhotoChange & { photo: string },
  { at }: Call,
): Promise<void> {
  if (caption) await requireCaptionOfNoChild(district, who, { photo: id, caption });
  await asHost(district, who, id, async (transaction, photo, activity) => {
    if (students) {
      const there = await listPresent(transaction, activity.id);
      if (students.some((student) => !there.students.has(student))) throw NotThere();
      await replaceChildren(transaction, id, students);
      await askNoMore(transaction, { activity: activity.id, at });
      await askFamilies(transaction, activity, { students, purposes: ['album'], at });
    }
    const isAnew = students && students.toSorted().join() !== photo.students.toSorted().join();
    await updatePhoto(transaction, id, {
      ...(caption !== undefined && { caption: caption.trim() }),
      ...(students && { is_said: true }),
      ...(isAnew && { state: 'kept' }),
    });
  });
}

/** A caption goes wherever its photo goes. */
async function requireCaptionOfNoChild(
  district: District,
  who: Who,
  { photo, caption }: { photo: string; caption: string },
): Promise<void> {
  const { activity_id: activity } = await asHost(district, who, photo, async (_, found) => found);
  await requireNoChildNamed(district, who, { activity, text: caption });
}

/** Puts a photo where others see it, if the families of all who are seen consent; or takes it back. Who is silent is asked. */
export async function putPhoto(
  district: District,
  who: Who,
  { photo: id, where }: PutPhoto & { photo: string },
  { at }: Call,
): Promise<void> {
  const missing = await asHost(district, who, id, async (transaction, photo, activity) => {
    if (where !== 'kept') {
      if (!photo.is_said) throw ChildrenNotSaid();
      const consents = await standingConsents(transaction, photo.students);
      const without = missingFor(photo, where, consents);
      if (without.length > 0) {
        const asked = { students: without, purposes: purposesOf[where], at };
        await askFamilies(transaction, activity, asked);
        return { activity: activity.id, without };
      }
    }
    await updatePhoto(transaction, id, { state: where });
    return undefined;
  });
  if (missing) throw ConsentMissing({ detail: await whomToAsk(district, who, missing) });
}

/** The children by name as far as this person may see them, else by whom they came with. */
async function whomToAsk(
  district: District,
  who: Who,
  { activity, without }: { activity: string; without: readonly string[] },
) {
  return district.database.read(readerOf(who), async (transaction) => {
    const names = await studentsInReach(transaction, without);
    const there = await listPresent(transaction, activity);
    const carers = without.map((student) => there.students.get(student) ?? '');
    const people = await namesOfPeople(transaction, carers);
    const asked = without.map((student) => {
      const carer = people.get(there.students.get(student) ?? '') ?? '';
      return { child: names.get(student)?.name, carer };
    });
    return {
      zh: `请问：${asked.map(({ child, carer }) => child ?? `${carer}的孩子`).join('、')}。`,
      en: `Ask for: ${asked.map(({ child, carer }) => child ?? `the child of ${carer}`).join(', ')}.`,
    };
  });
}

/** Gone for good, its files too. */
export async function removePhoto(
  district: District,
  who: Who,
  id: string,
  { at }: Call,
): Promise<void> {
  await asHost(district, who, id, async (transaction, _, activity) => {
    await replaceChildren(transaction, id, []);
    await askNoMore(transaction, { activity: activity.id, at });
    await updatePhoto(transaction, id, { state: 'removed' });
  });
  await removeFiles(district, id);
}

/**
 * Does something with a photo that this person's place hosts. Done as the program: staff of a community may not see
 * the children, and a consent that one does not see would be one that is not asked.
 */
async function asHost<Answer>(
  district: District,
  who: Who,
  id: string,
  work: (transaction: WriteTransaction, photo: Photo, activity: Activity) => Promise<Answer>,
): Promise<Answer> {
  return district.database.write(theProgram, async (transaction) => {
    const photo = await takePhoto(transaction, id);
    if (!photo) throw NotFound();
    const activity = await getEvent(transaction, photo.activity_id);
    requireMay(who, 'activities.arrange', { lineage: activity.host_lineage });
    return work(transaction, photo, activity);
  });
}
