import { recountCertificates } from '../counting/certificates/index.ts';
import { recountDuties } from '../counting/duties/index.ts';
import { recountPoints } from '../counting/points/index.ts';
import { type District, PublicError } from '../platform/index.ts';
import { type Command, readWords, say, withDistrict } from './command.ts';

const MOST_SHOWN = 100;

/** What can be counted again; `period` limits duties to one of theirs. */
const counts = {
  points: ({ plan, database }: District) => recountPoints(plan, database),
  certificates: recountCertificates,
  duties: (district: District, period?: string) =>
    recountDuties(district, period === undefined ? undefined : [period]),
} as const;

/** Counts again from the facts alone, all or what is named, and lists where the counts differ. Changes nothing. */
export const recount: Command = {
  usage: '--check [points] [certificates] [duties] [--period 2026-2027-1]',
  async run(words) {
    const { positionals, values } = readWords(
      words,
      'recount --check [points] [certificates] [duties] [--period 2026-2027-1]',
      { check: { type: 'boolean' }, period: { type: 'string' } },
      { least: 0, most: 3 },
    );
    const names = Object.keys(counts) as (keyof typeof counts)[];
    const unknown = positionals.find((name) => !names.some((known) => known === name));
    if (unknown) throw new PublicError(`There is no count "${unknown}": ${names.join(', ')}.`);
    const chosen = names.filter((name) => positionals.length === 0 || positionals.includes(name));
    const differences = await withDistrict(async (district) => {
      const found = [];
      for (const name of chosen) found.push(...(await counts[name](district, values.period)));
      return found;
    });
    for (const { what, about, counted, recounted } of differences.slice(0, MOST_SHOWN)) {
      say(`✗ ${what} of ${about}: counted ${counted}, recounted ${recounted}`);
    }
    if (differences.length > MOST_SHOWN) say(`… and ${differences.length - MOST_SHOWN} more`);
    say(
      differences.length === 0
        ? '✓ every count equals its recount'
        : `${differences.length} differ`,
    );
    return differences.length === 0 ? 0 : 1;
  },
};
