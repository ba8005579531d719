import { sql } from 'kysely';
import type { ReadTransaction } from '../../platform/index.ts';
import type { OutsideChannel } from '../tables.ts';

/** How a channel did of late. */
export interface ChannelCounts {
  readonly channel: OutsideChannel;
  readonly queued: number;
  readonly sent: number;
  readonly delivered: number;
  readonly failed: number;
  readonly expired: number;
  readonly last_error: string | null;
  readonly last_error_at: Date | null;
  readonly last_success_at: Date | null;
}

export async function countByChannel(
  transaction: ReadTransaction,
  since: Date,
): Promise<ChannelCounts[]> {
  const { rows } = await sql<ChannelCounts>`
    select channel,
           count(*) filter (where state = 'queued')::integer as queued,
           count(*) filter (where state = 'sent')::integer as sent,
           count(*) filter (where state = 'delivered')::integer as delivered,
           count(*) filter (where state = 'failed')::integer as failed,
           count(*) filter (where state = 'expired')::integer as expired,
           (array_agg(error order by coalesce(ended_at, made_at) desc) filter (where error is not null))[1]
             as last_error,
           max(coalesce(ended_at, made_at)) filter (where error is not null) as last_error_at,
           max(coalesce(ended_at, sent_at)) filter (where state in ('sent', 'delivered')) as last_success_at
      from notice_deliveries where made_at > ${since}
     group by channel`.execute(transaction);
  return rows;
}
