import { quantitiesOf, type Task, versionsOf } from '../../counting/duties/index.ts';
import { nobody, type Organisation, organisationsOf } from '../../directory/index.ts';
import { type District, Gather } from '../../platform/index.ts';

const MOST_LOOKS = 200;

/** Of which place, and how far which tasks of a duty are. */
interface AskedLook {
  readonly place: string;
  readonly duty?: string | undefined;
  readonly tasks?: readonly Task[] | undefined;
}

/** A place, of which version whatever duties show of it is, and how much of the tasks is done. */
export interface Look {
  readonly place: Organisation;
  readonly version: string;
  readonly quantityOf: (task: Task) => number;
}

const looksOfDistricts = new WeakMap<District, Gather<AskedLook, Look | undefined>>();

/** Asked of the database each time; those who ask at the same moment look together. Undefined: there is no such place. */
export function lookAt(district: District, asked: AskedLook): Promise<Look | undefined> {
  const known = looksOfDistricts.get(district);
  const looks =
    known ?? new Gather((all) => lookAll(district, all), { most: MOST_LOOKS, lanes: 2 });
  if (!known) looksOfDistricts.set(district, looks);
  return looks.ask(asked);
}

async function lookAll(
  { database }: District,
  asked: readonly AskedLook[],
): Promise<(Look | undefined)[]> {
  const ids = [...new Set(asked.map(({ place }) => place))];
  return database.read(nobody, async (transaction) => {
    const [places, versionOf, ...quantities] = await Promise.all([
      organisationsOf(transaction, ids),
      versionsOf(transaction, ids),
      ...asked.map(({ duty = '', tasks = [] }) => quantitiesOf(transaction, duty, tasks)),
    ]);
    const byId = new Map(places.map((place) => [place.id, place]));
    return asked.map(({ place: id }, index) => {
      const place = byId.get(id);
      const quantityOf = quantities[index];
      return place && quantityOf && { place, version: versionOf(id), quantityOf };
    });
  });
}
