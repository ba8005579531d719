import { getOrganisation, nobody } from '../../directory/index.ts';
import {
  type Call,
  type District,
  endSecretAddress,
  findSecretAddress,
  makeSecretAddress,
  NotFound,
  personBehind,
} from '../../platform/index.ts';
import {
  type DatedActivity,
  listDatesOf,
  listPublicDates,
} from '../../records/activities/index.ts';
import { toICal } from './rules/to-ical.ts';
import type { CalendarAddress } from './shapes.ts';

const YEARS_BACK = 3;
const OPENS = 'calendar';

/** The person's own feed: made anew, so that an address that went astray opens nothing any more. */
export async function makeMyAddress(
  district: District,
  person: string,
  { at }: Call,
): Promise<{ address: string }> {
  const reader = { person, reach: [] };
  const token = await district.database.write(reader, (transaction) =>
    makeSecretAddress(transaction, { person, opens: OPENS }, at),
  );
  return { address: `${district.publicUrl}/api/v1/feeds/mine/${token}.ics` };
}

export async function endMyAddress(
  district: District,
  person: string,
  { at }: Call,
): Promise<void> {
  const reader = { person, reach: [] };
  await district.database.write(reader, (transaction) =>
    endSecretAddress(transaction, { person, opens: OPENS }, at),
  );
}

export async function showMyAddress(district: District, person: string): Promise<CalendarAddress> {
  const reader = { person, reach: [] };
  const known = await district.database.read(reader, (transaction) =>
    findSecretAddress(transaction, { person, opens: OPENS }),
  );
  return {
    made_at: known?.made_at.toISOString() ?? null,
    last_used_on: known?.last_used_on ?? null,
  };
}

/** What whoever is behind the secret part signed up for. An address that was ended is not found. */
export async function feedBehind(district: District, token: string, call: Call): Promise<string> {
  const person = await district.database.write(nobody, (transaction) =>
    personBehind(transaction, { opens: OPENS, token }, call.at),
  );
  if (person === undefined) throw NotFound();
  const activities = await district.database.read({ person, reach: [] }, (transaction) =>
    listDatesOf(transaction, person, since(call.at)),
  );
  return calendarOf(district, activities, call, { zh: '我的共育活动', en: 'My Gongyu activities' });
}

/** What anyone may come to; of one school, community or the like, if asked. */
export async function publicFeed(
  district: District,
  organisation: string | undefined,
  call: Call,
): Promise<string> {
  return district.database.read(nobody, async (transaction) => {
    const host = organisation && (await getOrganisation(transaction, organisation));
    const asked = { since: since(call.at), host: organisation };
    const activities = await listPublicDates(transaction, asked);
    const { districtName } = district.plan;
    const name = host ? { zh: host.name, en: host.name } : districtName;
    return calendarOf(district, activities, call, {
      zh: `${name.zh}·共育活动`,
      en: `${name.en}: Gongyu activities`,
    });
  });
}

function calendarOf(
  { id, publicUrl }: District,
  activities: readonly DatedActivity[],
  { language }: Call,
  name: { zh: string; en: string },
): string {
  return toICal(activities, {
    name: name[language],
    district: id,
    link: (activity) => `${publicUrl}/app/activities/${activity}`,
    waitingWord: language === 'zh' ? '（候补）' : '(waiting list) ',
  });
}

function since(at: Date): Date {
  const back = new Date(at);
  back.setUTCFullYear(back.getUTCFullYear() - YEARS_BACK);
  return back;
}
