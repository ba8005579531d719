import { versionsOf } from '../../counting/duties/index.ts';
import { nobody, type Organisation, organisationsOf } from '../../directory/index.ts';
import { type District, Gather } from '../../platform/index.ts';

const MOST_LOOKS = 200;

/** A place, and of which version whatever duties show of it is. */
export interface Look {
  readonly place: Organisation;
  readonly version: string;
}

const looksOfDistricts = new WeakMap<District, Gather<string, Look | undefined>>();

/** Asked of the database each time; those who ask at the same moment look together. Undefined: there is no such place. */
export function lookAt(district: District, place: string): Promise<Look | undefined> {
  const known = looksOfDistricts.get(district);
  const looks =
    known ?? new Gather((ids) => lookAll(district, ids), { most: MOST_LOOKS, lanes: 2 });
  if (!known) looksOfDistricts.set(district, looks);
  return looks.ask(place);
}

async function lookAll({ database }: District, ids: string[]): Promise<(Look | undefined)[]> {
  return database.read(nobody, async (transaction) => {
    const [places, versionOf] = await Promise.all([
      organisationsOf(transaction, ids),
      versionsOf(transaction, ids),
    ]);
    const byId = new Map(places.map((place) => [place.id, place]));
    return ids.map((id) => {
      const place = byId.get(id);
      return place && { place, version: versionOf(id) };
    });
  });
}
