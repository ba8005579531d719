import { hash } from 'node:crypto';
import { isOpen, listOwed, type Owed, openOf } from '../../counting/answering/index.ts';
import { OCCASION } from '../../counting/duties/index.ts';
import { findWho, namesOfOrganisations, readerOf } from '../../directory/index.ts';
import { dateInShanghai } from '../../plan/index.ts';
import type { Call, District } from '../../platform/index.ts';
import type { Feed } from './feeds.ts';
import { type DatedDuty, dutiesToICal } from './rules/duties-to-ical.ts';

/**
 * What the posts of a person owe in the periods that have begun last, on the days on which it falls due (3.1). Whoever
 * holds no post any more answers for nothing.
 */
export async function dutiesFeed(district: District, person: string, call: Call): Promise<Feed> {
  const { database, plan, publicUrl, id } = district;
  // The address was made by a session that might see these duties.
  const who = await findWho(district, { person, kind: 'adult', strength: 'password+totp' });
  const duties = who
    ? await database.read(readerOf(who), async (transaction) => {
        const owed = await listOwed(transaction, plan, who, dateInShanghai(call.at));
        const places = owed.map(({ share }) => share.post.organisation);
        const names = await namesOfOrganisations(transaction, [...new Set(places)]);
        return owed.filter(isDated).map((one) => dated(one, names));
      })
    : [];
  const { language, at } = call;
  const name = language === 'zh' ? '我负责的共育任务' : 'Gongyu duties I answer for';
  const link = ({ duty, place, period }: DatedDuty) =>
    `${publicUrl}/desk/duties/${duty}?${new URLSearchParams({ place, period })}`;
  return {
    tag: `W/"${hash('sha256', JSON.stringify([name, duties]), 'base64url').slice(0, 22)}"`,
    changedAt: null,
    text: async () => dutiesToICal(duties, { name, language, district: id, link, at }),
  };
}

/** What nothing was ever recorded of, or is excused, has no day to keep. */
function isDated(owed: Owed): boolean {
  return isOpen(owed) || owed.state === 'done' || owed.state === 'done-late';
}

function dated(owed: Owed, names: ReadonlyMap<string, string>): DatedDuty {
  const { duty, period, share, dueOn, tasks } = owed;
  const place = share.post.organisation;
  return {
    ...{ duty: duty.id, period: period?.id ?? OCCASION, place, title: duty.title, tasks },
    place_name: names.get(place) ?? '',
    clause: duty.sources[0]?.clause ?? '',
    due_on: dueOn,
    // Enough may be done although not all is.
    open: isOpen(owed) ? openOf(owed) : 0,
  };
}
