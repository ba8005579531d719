import type { Refusal } from '../../../platform/index.ts';
import { PositionNeeded, TooFar } from '../refusals.ts';

export interface Position {
  readonly latitude: number;
  readonly longitude: number;
  /** Metres by which it may be wrong, as the phone says. */
  readonly accuracy: number;
}

export interface DoorRule {
  readonly latitude: number;
  readonly longitude: number;
  readonly most_metres: number;
}

const EARTH_METRES = 6_371_000;
/** Told and kept in tens: nobody's path is drawn from it. */
const ROUND_METRES = 10;
/** A phone indoors may be wrong by much; more than this is no position. */
const MOST_UNCERTAIN_METRES = 1_000;

/** Along the ground, in metres. */
export function metresBetween(
  one: Pick<Position, 'latitude' | 'longitude'>,
  other: Pick<Position, 'latitude' | 'longitude'>,
): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const north = radians(other.latitude - one.latitude);
  const east = radians(other.longitude - one.longitude);
  const half =
    Math.sin(north / 2) ** 2 +
    Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * Math.sin(east / 2) ** 2;
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** Whether a phone is near enough; in doubt it is. */
export function judgePosition(
  rule: DoorRule | undefined,
  position: Position | undefined,
): { readonly metres?: number; readonly refusal?: Refusal } {
  if (!rule) return {};
  if (!position || position.accuracy > MOST_UNCERTAIN_METRES) return { refusal: PositionNeeded() };
  const metres = Math.round(metresBetween(rule, position) / ROUND_METRES) * ROUND_METRES;
  if (metres - position.accuracy <= rule.most_metres) return { metres };
  const detail = {
    zh: `手机显示您离会场约 ${metres} 米。`,
    en: `Your phone says that you are about ${metres} metres away.`,
  };
  return { metres, refusal: TooFar({ detail }) };
}
