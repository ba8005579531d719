/** The time, as an argument: rules never ask the machine. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

/** A clock for tests and demos that stands still until it is set. */
export function fixedClock(start: string): Clock & { set(instant: string): void } {
  let now = new Date(start);
  return Object.assign(() => new Date(now), {
    set(instant: string) {
      now = new Date(instant);
    },
  });
}
