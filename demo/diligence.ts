import type { Place, School, Tree } from './places.ts';
import { Random } from './random.ts';

const EXCELLENT = 0.985;
/** The school that everybody looks up to, and how often one is clearly behind. */
const THE_BEST = 2;
const ONE_BEHIND_AMONG = 8;
const THE_ONE_BEHIND = 1;
/** One subdistrict asks more of its schools, another less. */
const subdistrictShift = new Map([
  [0, 0.03],
  [3, -0.09],
]);
/** Community schools stay hollow while schools carry nearly everything: the known failure of such plans. */
const COMMUNITIES_AT_LEAST = 0.2;
const COMMUNITIES_AT_MOST = 0.6;
const THE_GOOD_COMMUNITY = 0.88;

/** How reliable each school and community is, 0 to 1: what it does in time, of all that it should. */
export class Diligence {
  readonly #of = new Map<string, number>();

  constructor({ subdistricts, communities, schools }: Tree) {
    const shiftOf = (place: Place) =>
      subdistrictShift.get(subdistricts.findIndex(({ id }) => id === place.parent?.id)) ?? 0;
    for (const [index, { place }] of schools.entries()) {
      const luck = chanceOf(place);
      const own = 0.84 + luck * 0.12 + shiftOf(place);
      const isBehind = index % ONE_BEHIND_AMONG === THE_ONE_BEHIND;
      const level = isBehind ? 0.55 + luck * 0.12 : Math.min(own, 0.97);
      this.#of.set(place.id, index === THE_BEST ? EXCELLENT : level);
    }
    for (const [index, place] of communities.entries()) {
      const own =
        COMMUNITIES_AT_LEAST + chanceOf(place) * (COMMUNITIES_AT_MOST - COMMUNITIES_AT_LEAST);
      this.#of.set(place.id, index === 0 ? THE_GOOD_COMMUNITY : own + shiftOf(place));
    }
    for (const [index, place] of subdistricts.entries()) {
      this.#of.set(place.id, 0.86 + (subdistrictShift.get(index) ?? 0) * 2);
    }
  }

  of(place: Place): number {
    return this.#of.get(place.id) ?? 0.95;
  }

  /** The share of its students whom a school visits at home in a term: 80 to 97 in a hundred. */
  visitsOf({ place }: School): number {
    return 0.8 + ((this.of(place) - 0.55) / (EXCELLENT - 0.55)) * 0.17;
  }
}

const chanceOf = ({ id }: Place) => new Random(`diligence ${id}`).next();
