import { isScaleName, scales } from '../../demo/index.ts';
import { makeDemoDistrict } from '../demo-district.ts';
import { PublicError } from '../platform/index.ts';
import { type Command, readWords, withDistrict } from './command.ts';

const usage = `--scale ${Object.keys(scales).join('|')} [--seed N]`;

/** Makes a demo district in an empty database. */
export const demo: Command = {
  usage,
  async run(words) {
    const options = { scale: { type: 'string' }, seed: { type: 'string' } } as const;
    const { values } = readWords(words, `demo ${usage}`, options, { least: 0 });
    const { scale = 'demo', seed = '1' } = values;
    if (!isScaleName(scale)) throw new PublicError(`Usage: npm run gongyu -- demo ${usage}`);
    const made = await withDistrict((district) =>
      makeDemoDistrict(district, { scale, seed: Number(seed) }),
    );
    if (made) return 0;
    throw new PublicError(
      'The district has people already: a demo is made in an empty one only. Give another folder by GONGYU_DATA.',
    );
  },
};
