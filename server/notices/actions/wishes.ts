import { reachablePeople, readerOf, theProgram, type Who } from '../../directory/index.ts';
import { BadRequest, type Call, type District, NotAllowed } from '../../platform/index.ts';
import type { Channel } from '../channels/channel.ts';
import { vapidOf } from '../channels/vapid.ts';
import { wishesOf } from '../climb-ladder.ts';
import { isQuiet } from '../rules/hours.ts';
import { usualWishes, type Wishes } from '../rules/wishes.ts';
import type { NoticeWishesChange } from '../shapes.ts';
import { listOwnAddresses } from '../store/addresses.ts';
import { listWishes } from '../store/ladder.ts';

/** How one wants to be told, and by what one can be. */
export async function showWishes(district: District, who: Who, channels: readonly Channel[]) {
  if (who.kind !== 'adult') throw NotAllowed();
  return district.database.read(readerOf(who), async (transaction) => {
    const [row] = await listWishes(transaction, [who.person]);
    const addresses = await listOwnAddresses(transaction, who.person);
    const people = await reachablePeople(transaction, district, [who.person]);
    const { pace, quiet, digestAt, off } = row ? wishesOf(row) : usualWishes;
    return {
      pace,
      quiet_from: clockTime(quiet.from),
      quiet_until: clockTime(quiet.until),
      digest_at: clockTime(digestAt),
      off: [...off],
      channels: channels.map(({ name }) => name),
      has_phone: people.get(who.person)?.phone !== undefined,
      addresses: addresses.map(({ made_at, ...one }) => ({
        ...one,
        made_at: made_at.toISOString(),
      })),
      push_key: vapidOf(district).publicKey,
    };
  });
}

/** Keeps how one wants to be told; a digest that would come in the quiet hours never would. */
export async function changeWishes(
  district: District,
  who: Who,
  asked: NoticeWishesChange,
  { at }: Call,
): Promise<void> {
  if (who.kind !== 'adult') throw NotAllowed();
  const wishes: Wishes = {
    pace: asked.pace,
    quiet: { from: minuteOf(asked.quiet_from), until: minuteOf(asked.quiet_until) },
    digestAt: minuteOf(asked.digest_at),
    off: new Set(asked.off),
  };
  const digest = new Date(Date.UTC(2026, 0, 1, -8, wishes.digestAt));
  if (isQuiet(digest, wishes.quiet)) throw digestInQuietHours();
  const row = {
    pace: wishes.pace,
    quiet_from: wishes.quiet.from,
    quiet_until: wishes.quiet.until,
    digest_at: wishes.digestAt,
    off: [...wishes.off],
    changed_at: at,
  };
  await district.database.write(theProgram, (transaction) =>
    transaction
      .insertInto('notice_wishes')
      .values({ person_id: who.person, ...row })
      .onConflict((conflict) => conflict.column('person_id').doUpdateSet(row))
      .execute(),
  );
}

function clockTime(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

function minuteOf(text: string): number {
  const [hours = '0', minutes = '0'] = text.split(':');
  return Number(hours) * 60 + Number(minutes);
}

function digestInQuietHours() {
  return BadRequest({
    fields: [
      {
        field: 'digest_at',
        reason: {
          zh: '每日汇总的时间在免打扰时段里，请换一个时间',
          en: 'The digest would come in the quiet hours: choose another time',
        },
      },
    ],
  });
}
