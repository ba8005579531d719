import {
  namesOfPeople,
  readerOf,
  requireMay,
  studentsInReach,
  theProgram,
  type Who,
} from '../../../directory/index.ts';
import type { District } from '../../../platform/index.ts';
import { listPresent } from '../../activities/index.ts';
import { getEvent } from '../get-event.ts';
import type { PhotoChild } from '../shapes.ts';
import { standingConsents } from '../standing-consents.ts';

/** The children of the families that came, for the host to say who is seen; of their names what the host may see. */
export async function listPhotoChildren(
  district: District,
  who: Who,
  id: string,
): Promise<{ items: PhotoChild[] }> {
  const { activity, there, consents } = await district.database.read(
    theProgram,
    async (transaction) => {
      const found = await getEvent(transaction, id);
      requireMay(who, 'activities.arrange', { lineage: found.host_lineage });
      const present = await listPresent(transaction, found.id);
      const students = [...present.students.keys()];
      return {
        activity: found,
        there: present,
        consents: await standingConsents(transaction, students),
      };
    },
  );
  return district.database.read(readerOf(who), async (transaction) => {
    const names = await studentsInReach(transaction, [...there.students.keys()]);
    const people = await namesOfPeople(transaction, [...there.students.values()]);
    const items = [...there.students].map(([student_id, carer]) => ({
      student_id,
      name: names.get(student_id)?.name ?? null,
      class_name: names.get(student_id)?.class_name ?? null,
      carer_name: people.get(carer) ?? '',
      album: consents.get(student_id)?.album ?? ('unasked' as const),
      public: activity.is_public ? (consents.get(student_id)?.public ?? 'unasked') : 'unasked',
    }));
    return { items: items.toSorted((one, other) => order(one).localeCompare(order(other), 'zh')) };
  });
}

const order = ({ class_name, name, carer_name }: PhotoChild) =>
  `${class_name ?? ''} ${name ?? carer_name}`;
