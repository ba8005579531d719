/** Where this device is, with the metres by which it may be wrong. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
  readonly accuracy: number;
}

const PATIENCE_MILLISECONDS = 15_000;
const FRESH_MILLISECONDS = 30_000;

/** Asks the person for the position once; rejects when they, or the device, give none. */
export function positionNow(): Promise<Position> {
  return new Promise((resolve, reject) => {
    // Missing on plain http.
    if (!('geolocation' in navigator)) return reject(new Error('This browser gives no position.'));
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => resolve({ latitude, longitude, accuracy }),
      reject,
      { enableHighAccuracy: true, timeout: PATIENCE_MILLISECONDS, maximumAge: FRESH_MILLISECONDS },
    );
  });
}
