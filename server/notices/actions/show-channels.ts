import { reachOf, theProgram, type Who } from '../../directory/index.ts';
import { type Call, type District, NotAllowed } from '../../platform/index.ts';
import { FAILURES_BEFORE_REST, REST_MS } from '../limits.ts';
import { isResting } from '../rules/resting.ts';
import { countByChannel } from '../store/channels.ts';
import { listChannelEnds } from '../store/ladder.ts';
import { type OutsideChannel, outsideChannels } from '../tables.ts';

const DAY_MS = 86_400_000;

/** How each channel did in the last day, so that a dead one is seen before families complain. */
export async function showChannels(
  district: District,
  who: Who,
  { set, call: { at } }: { readonly set: readonly OutsideChannel[]; readonly call: Call },
) {
  if (reachOf(who, 'notices.channels').length === 0) throw NotAllowed();
  return district.database.read(theProgram, async (transaction) => {
    const counts = await countByChannel(transaction, new Date(at.getTime() - DAY_MS));
    const since = new Date(at.getTime() - REST_MS);
    const ends = await listChannelEnds(transaction, outsideChannels, since, FAILURES_BEFORE_REST);
    return {
      items: outsideChannels.map((channel) => {
        const own = counts.find((one) => one.channel === channel);
        return {
          channel,
          is_set: set.includes(channel),
          is_resting: isResting(ends.get(channel) ?? [], at),
          queued: own?.queued ?? 0,
          sent: own?.sent ?? 0,
          delivered: own?.delivered ?? 0,
          failed: own?.failed ?? 0,
          expired: own?.expired ?? 0,
          last_error: own?.last_error ?? null,
          last_error_at: own?.last_error_at?.toISOString() ?? null,
          last_success_at: own?.last_success_at?.toISOString() ?? null,
        };
      }),
    };
  });
}
