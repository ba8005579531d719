import { findWho, getOrganisation, nobody, reachOf } from '../../directory/index.ts';
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
  type Announced,
  type DatedActivity,
  listAnnounced,
  listDatesOf,
  type StandOfDates,
  standOfAnnounced,
  standOfDatesOf,
} from '../../records/activities/index.ts';
import { tagOf } from './rules/tag.ts';
import { toICal } from './rules/to-ical.ts';
import type { CalendarAddress } from './shapes.ts';

const YEARS_BACK = 3;
const MINUTES_REMINDED = 60;

/** What a secret address opens: what one signed up for, what one's own organisations hold, or what one answers for. */
export type Opens = 'calendar' | 'hosting' | 'duties';

const pathOf: Readonly<Record<Opens, string>> = {
  calendar: '/api/v1/feeds/mine',
  hosting: '/api/v1/feeds/hosting',
  duties: '/api/v1/feeds/duties',
};

/** A feed that is made only if the reader has not got it already. */
export interface Feed {
  /** Changes with whatever stands in the feed. */
  readonly tag: string;
  readonly changedAt: Date | null;
  readonly text: () => Promise<string>;
}

/** The person's own feed: made anew, so that an address that went astray opens nothing any more. */
export async function makeMyAddress(
  district: District,
  { person, opens }: { person: string; opens: Opens },
  { at }: Call,
): Promise<{ address: string }> {
  const token = await district.database.write({ person, reach: [] }, (transaction) =>
    makeSecretAddress(transaction, { person, opens }, at),
  );
  return { address: `${district.publicUrl}${pathOf[opens]}/${token}.ics` };
}

export async function endMyAddress(
  district: District,
  { person, opens }: { person: string; opens: Opens },
  { at }: Call,
): Promise<void> {
  await district.database.write({ person, reach: [] }, (transaction) =>
    endSecretAddress(transaction, { person, opens }, at),
  );
}

export async function showMyAddress(
  district: District,
  { person, opens }: { person: string; opens: Opens },
): Promise<CalendarAddress> {
  const known = await district.database.read({ person, reach: [] }, (transaction) =>
    findSecretAddress(transaction, { person, opens }),
  );
  return {
    made_at: known?.made_at.toISOString() ?? null,
    last_used_on: known?.last_used_on ?? null,
  };
}

/** What whoever is behind the secret part signed up for. An address that was ended is not found. */
export async function feedBehind(district: District, token: string, call: Call): Promise<Feed> {
  const person = await whoseIs(district, { opens: 'calendar', token }, call);
  const reader = { person, reach: [] };
  const from = since(call.at);
  const { database } = district;
  const stand = await database.read(reader, (reading) => standOfDatesOf(reading, person, from));
  const name = { zh: '我的共育活动', en: 'My Gongyu activities' };
  return feedOf(district, stand, name, call, () =>
    database.read(reader, (reading) => listDatesOf(reading, person, from)),
  );
}

/** What the organisations hold for which whoever is behind the secret part works now, published or called off. */
export async function hostingFeed(district: District, token: string, call: Call): Promise<Feed> {
  const person = await whoseIs(district, { opens: 'hosting', token }, call);
  // The address was made by a session that might see these events.
  const who = await findWho(district, { person, kind: 'adult', strength: 'password+totp' });
  const hosts = who ? reachOf(who, 'activities.read') : [];
  const name = { zh: '本单位的共育活动', en: 'Gongyu activities we hold' };
  return announced(district, { since: since(call.at), hosts, isPublic: false }, name, call);
}

/** What anyone may come to; of one school, community or the like, if asked. */
export async function publicFeed(
  district: District,
  organisation: string | undefined,
  call: Call,
): Promise<Feed> {
  const host =
    organisation &&
    (await district.database.read(nobody, (reading) => getOrganisation(reading, organisation)));
  const { zh, en } = host ? { zh: host.name, en: host.name } : district.plan.districtName;
  const hosts = organisation === undefined ? undefined : [organisation];
  const name = { zh: `${zh}·共育活动`, en: `${en}: Gongyu activities` };
  return announced(district, { since: since(call.at), hosts, isPublic: true }, name, call);
}

/** One activity that the carer signed up for, to be put into the phone's calendar, with a reminder. */
export async function myEvent(
  district: District,
  { person, activity }: { person: string; activity: string },
  call: Call,
): Promise<string> {
  const mine = await district.database.read({ person, reach: [] }, (reading) =>
    listDatesOf(reading, person, since(call.at)),
  );
  const found = mine.filter(({ id }) => id === activity);
  if (found.length === 0) throw NotFound();
  const name = { zh: '共育活动', en: 'Gongyu activity' };
  return calendarOf(district, found, name, call, MINUTES_REMINDED);
}

/** Whose a secret address is. One that was ended is not found. */
export async function whoseIs(
  { database }: District,
  opening: { opens: Opens; token: string },
  { at }: Call,
): Promise<string> {
  const person = await database.write(nobody, (writing) => personBehind(writing, opening, at));
  if (person === undefined) throw NotFound();
  return person;
}

async function announced(district: District, asked: Announced, name: Name, call: Call) {
  const { database } = district;
  const stand = await database.read(nobody, (reading) => standOfAnnounced(reading, asked));
  return feedOf(district, stand, name, call, () =>
    database.read(nobody, (reading) => listAnnounced(reading, asked)),
  );
}

interface Name {
  readonly zh: string;
  readonly en: string;
}

function feedOf(
  district: District,
  stand: StandOfDates,
  name: Name,
  call: Call,
  read: () => Promise<readonly DatedActivity[]>,
): Feed {
  return {
    tag: tagOf(stand, name[call.language]),
    changedAt: stand.newest,
    text: async () => calendarOf(district, await read(), name, call),
  };
}

function calendarOf(
  { id, publicUrl }: District,
  activities: readonly DatedActivity[],
  name: Name,
  { language }: Call,
  minutesReminded?: number,
): string {
  return toICal(activities, {
    name: name[language],
    district: id,
    link: (activity) => `${publicUrl}/app/activities/${activity}`,
    waitingWord: language === 'zh' ? '（候补）' : '(waiting list) ',
    minutesReminded,
  });
}

function since(at: Date): Date {
  const back = new Date(at);
  back.setUTCFullYear(back.getUTCFullYear() - YEARS_BACK);
  return back;
}
