import { recountCertificates } from '../counting/certificates/index.ts';
import { recountPoints } from '../counting/points/index.ts';
import { type Command, readWords, say, withDistrict } from './command.ts';

const MOST_SHOWN = 100;

/** Rebuilds points and certificates from the facts and lists where the counts differ. Changes nothing. */
export const recount: Command = {
  usage: '--check',
  async run(words) {
    readWords(words, 'recount --check', { check: { type: 'boolean' } }, { least: 0 });
    const differences = await withDistrict(async (district) => [
      ...(await recountPoints(district.plan, district.database)),
      ...(await recountCertificates(district)),
    ]);
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
