import { sql } from 'kysely';
import type { DistrictDatabase } from '../database/district-database.ts';

/** To the hour is enough for a list of devices, and costs one write an hour and person, in batches. */
const PRECISION_MILLISECONDS = 60 * 60 * 1000;
const MILLISECONDS_BETWEEN_WRITES = 30_000;
const MOST_A_WRITE = 1000;

/** Notes who was seen, and writes it later, many at once: never within a request. */
export class LastSeen {
  readonly #database: DistrictDatabase;
  #noted = new Map<string, Date>();
  #timer: NodeJS.Timeout | undefined;

  constructor(database: DistrictDatabase) {
    this.#database = database;
  }

  note({ id, lastSeenAt }: { id: string; lastSeenAt: Date }, at: Date): void {
    if (at.getTime() - lastSeenAt.getTime() < PRECISION_MILLISECONDS) return;
    this.#noted.set(id, at);
    this.#timer ??= setTimeout(() => {
      // A note that cannot be written now is written when the person comes again.
      this.keep().catch(() => {});
    }, MILLISECONDS_BETWEEN_WRITES).unref();
  }

  async keep(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const noted = [...this.#noted];
    this.#noted = new Map();
    for (let from = 0; from < noted.length; from += MOST_A_WRITE) {
      await this.#write(noted.slice(from, from + MOST_A_WRITE));
    }
  }

  async #write(noted: readonly (readonly [string, Date])[]): Promise<void> {
    await this.#database.write({ person: null, reach: [] }, (transaction) =>
      sql`
        update sessions set last_seen_at = seen.at
          from unnest(${noted.map(([id]) => id)}::uuid[],
                      ${noted.map(([, at]) => at)}::timestamptz[]) as seen (id, at)
         where sessions.id = seen.id and last_seen_at < seen.at`.execute(transaction),
    );
  }
}
