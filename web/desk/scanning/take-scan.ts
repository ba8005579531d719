import { fromBase64Url } from '../../shared/pass/letters.ts';
import { looksLikePass, readPass, type ShownPass } from '../../shared/pass/read-pass.ts';
import { clockOffset, serverNow } from '../../shared/server-clock.ts';
import type { CheckedIn, CheckIn, Scanner } from '../queries/shapes.ts';
import { judge, type Verdict } from './judge.ts';
import { newId } from './new-id.ts';
import { forgetScans, type KeptScan, keepScan, rememberSeen, seenBefore } from './scan-box.ts';
import { isForLater, whileNotSent } from './send.ts';

/** What a scan came to. */
export type Scanned =
  | { readonly is: 'answer'; readonly answer: CheckedIn }
  /** The server said no, which is kept for a person to look at. */
  | { readonly is: 'refused'; readonly error: unknown }
  /** This phone failed. */
  | { readonly is: 'error'; readonly error: unknown }
  /** What this phone says by itself; the server hears of it later. */
  | { readonly is: 'verdict'; readonly verdict: Verdict }
  /** A code of something else. */
  | { readonly is: 'no-pass' }
  /** Chosen by name while the network went: it waits to be sent. */
  | { readonly is: 'kept' };

export type Whom = Pick<CheckIn, 'pass' | 'carer_id'>;

/** Asks the server live, after what waits of the same door: its answer, or a refusal or silence as an error. */
export type AskLive = (scan: KeptScan) => Promise<CheckedIn>;

interface Here {
  readonly scanner: Scanner;
  /** Undefined while the server is not to be asked live: it was silent a moment ago. */
  readonly askLive: AskLive | undefined;
}

/**
 * Takes one scan. It is on the phone's shelf before anything else happens to it. The server is asked live; when no
 * answer comes, the phone judges by itself and the scan waits.
 */
export async function takeScan(whom: Whom, here: Here): Promise<Scanned> {
  if (whom.pass !== undefined && !looksLikePass(whom.pass)) return { is: 'no-pass' };
  const now = serverNow();
  const scan = scanOf(here.scanner, whom, now);
  // Sent as a late one while it is asked about live, a family without a sign-up would be let in and listed, too.
  return whileNotSent(scan, () => takeKept(scan, whom, { ...here, now }));
}

async function takeKept(
  scan: KeptScan,
  whom: Whom,
  { scanner, askLive, now }: Here & { readonly now: number },
): Promise<Scanned> {
  await keepScan(scan);
  if (askLive) {
    const answer = await answerTo(scan, askLive);
    if (answer) return answer;
  }
  const here = await judgeHere(scanner, whom, now);
  if (!here) return { is: 'kept' };
  await keepVerdict(scan, here, now);
  return { is: 'verdict', verdict: here.verdict };
}

interface Judged {
  readonly pass: ShownPass | undefined;
  readonly verdict: Verdict;
}

/** Undefined where only the server can say: chosen by name, or a phone that cannot reckon here (plain http). */
async function judgeHere(
  scanner: Scanner,
  { pass: text }: Whom,
  now: number,
): Promise<Judged | undefined> {
  if (text === undefined) return undefined;
  try {
    const pass = await readPass(fromBase64Url(scanner.pass_key), text);
    const seen = pass && (await seenBefore(scanner.activity_id, pass.carer));
    return { pass, verdict: judge(pass, { scanner, seen, now }) };
  } catch {
    return undefined;
  }
}

function scanOf({ activity_id }: Scanner, whom: Whom, now: number): KeptScan {
  return {
    scan_id: newId(now),
    activity_id,
    ...whom,
    phone_at: new Date(now - clockOffset()).toISOString(),
    happened_at: new Date(now).toISOString(),
  };
}

/** What this phone has said before is on its shelf already, or was sent; of the rest it remembers what it said. */
async function keepVerdict(scan: KeptScan, here: Judged, now: number): Promise<void> {
  const { is } = here.verdict;
  if (is === 'again-in' || is === 'again-out') return forgetScans([scan.scan_id]);
  const direction = directionOf(here.verdict);
  if (direction) await keepScan({ ...scan, direction });
  await rememberVerdict(scan, here, now);
}

function directionOf({ is }: Verdict): 'entry' | 'exit' | undefined {
  return is === 'entry' || is === 'exit' ? is : undefined;
}

async function answerTo(scan: KeptScan, askLive: AskLive): Promise<Scanned | undefined> {
  try {
    const answer = await askLive(scan);
    await forgetScans([scan.scan_id]);
    await rememberAnswer(answer);
    return { is: 'answer', answer };
  } catch (error) {
    if (isForLater(error)) return undefined;
    // Whoever holds the phone reads why. It stays on the shelf: sent late, it is listed for a person to decide.
    return { is: 'refused', error };
  }
}

async function rememberAnswer({ activity_id, carer_id, direction, at }: CheckedIn): Promise<void> {
  const time = Date.parse(at);
  const before = await seenBefore(activity_id, carer_id);
  await rememberSeen(
    direction === 'entry'
      ? { activity_id, carer_id, entered: time }
      : { activity_id, carer_id, entered: before?.entered ?? time, left: time },
  );
}

async function rememberVerdict(
  { activity_id }: KeptScan,
  { pass, verdict }: Judged,
  now: number,
): Promise<void> {
  if (!pass) return;
  const carer_id = pass.carer;
  if (verdict.is === 'entry') await rememberSeen({ activity_id, carer_id, entered: now });
  if (verdict.is === 'exit') {
    const seen = await seenBefore(activity_id, carer_id);
    await rememberSeen({ activity_id, carer_id, entered: seen?.entered ?? now, left: now });
  }
}
