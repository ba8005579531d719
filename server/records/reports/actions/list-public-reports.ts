import { namesOfOrganisations, nobody, theProgram } from '../../../directory/index.ts';
import { beginningOf, dayAfter } from '../../../plan/index.ts';
import { afterIn, type District, pageOf } from '../../../platform/index.ts';
import { findActivities } from '../../activities/index.ts';
import { seenBy } from '../rules/visible.ts';
import type { PublicReportsPage, PublicReportsQuery } from '../shapes.ts';
import { listForAll } from '../store/reports.ts';
import { albumOfEvents, isOpenToAll } from './show-report.ts';

/** One order: the latest event first. */
const SORT = 'held';

/** What was held, for anyone: reports of public events that their hosts show to all, each with one photo that may be seen. */
export async function listPublicReports(
  district: District,
  { from, to, limit, cursor }: PublicReportsQuery,
): Promise<PublicReportsPage> {
  const page = await district.database.read(nobody, async (transaction) => {
    const rows = await listForAll(transaction, {
      from: from === undefined ? undefined : beginningOf(from),
      before: to === undefined ? undefined : beginningOf(dayAfter(to)),
      after: afterIn(cursor, SORT),
      most: limit + 1,
    });
    const { items, ...rest } = pageOf(rows, { sort: SORT, limit }, (row) => row.activity_id);
    const events = await findActivities(
      transaction,
      items.map(({ activity_id }) => activity_id),
    );
    const open = items.flatMap((report) => {
      const activity = events.get(report.activity_id);
      return activity && isOpenToAll(activity, report) ? [{ activity, report }] : [];
    });
    const hosts = open.map(({ activity }) => activity.host_id);
    return { open, rest, names: await namesOfOrganisations(transaction, [...new Set(hosts)]) };
  });
  const album = await district.database.read(theProgram, (transaction) =>
    albumOfEvents(
      transaction,
      page.open.map(({ activity }) => activity.id),
    ),
  );
  const shown = album.photos.filter((photo) => seenBy(photo, album.consents) === 'public');
  return {
    ...page.rest,
    items: page.open.map(({ activity, report }) => {
      const photos = shown.filter(({ activity_id }) => activity_id === activity.id);
      const [cover] = photos;
      return {
        activity_id: activity.id,
        title: activity.title,
        host_name: page.names.get(activity.host_id) ?? '',
        begins_at: activity.begins_at.toISOString(),
        place: activity.place,
        text: report.text,
        photos: photos.length,
        cover: cover
          ? { id: cover.id, caption: cover.caption, width: cover.width, height: cover.height }
          : null,
      };
    }),
  };
}
