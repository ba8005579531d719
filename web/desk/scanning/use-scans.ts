import { useCallback, useRef, useState } from 'react';
import { useCheckIn } from '../queries/attendance.ts';
import type { Scanner } from '../queries/shapes.ts';
import { isForLater, sendEarlier } from './send.ts';
import { type AskLive, type Scanned, takeScan, type Whom } from './take-scan.ts';

/** How long a live answer is waited for; then this phone speaks for itself. */
const PATIENCE_MILLISECONDS = 4_000;
/** After a silence the server is not asked live for so long: a queue does not wait twice for a bad network. */
const QUIET_MILLISECONDS = 20_000;

/** Takes one scan after the other and drops none; `onDone` hears what each came to. */
export function useScans(scanner: Scanner | undefined, onDone: (scanned: Scanned) => void) {
  const { mutateAsync } = useCheckIn(scanner?.activity_id ?? '');
  const [scanned, setScanned] = useState<Scanned>();
  const line = useRef(Promise.resolve());
  const quietUntil = useRef(0);
  const take = useCallback(
    (whom: Whom) => {
      if (!scanner) return;
      const askLive: AskLive = (scan) => {
        const asked = inTime(
          sendEarlier(scan).then(() => mutateAsync({ ...whom, device_scan_id: scan.scan_id })),
        );
        asked.catch((error: unknown) => {
          if (isForLater(error)) quietUntil.current = Date.now() + QUIET_MILLISECONDS;
        });
        return asked;
      };
      line.current = line.current.then(async () => {
        const mayAsk = navigator.onLine && Date.now() > quietUntil.current;
        const here = { scanner, askLive: mayAsk ? askLive : undefined };
        const next = await takeScan(whom, here).catch(
          (error: unknown): Scanned => ({ is: 'error', error }),
        );
        setScanned(next);
        onDone(next);
      });
    },
    [scanner, mutateAsync, onDone],
  );
  return { scanned, take };
}

/** What the server says after that is found out when the scan is sent: it has the same id. */
function inTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
  const silence = new Promise<never>((_, refuse) => {
    setTimeout(() => refuse(new Error('No answer came in time.')), PATIENCE_MILLISECONDS);
  });
  return Promise.race([answer, silence]);
}
