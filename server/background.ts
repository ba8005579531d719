/**
 * What runs beside the requests: the spine, the ledger's checkpoints, the signing of certificates, offers that lapse and
 * deadlines that pass, what is forgotten in time, notices on their ladder, who is
 * reminded of duties, what looks unlikely.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { remind } from './counting/answering/index.ts';
import {
  certificatesCounter,
  decideAtRuleChange,
  decideForReliefs,
  endCertificates,
  issueDueCertificates,
} from './counting/certificates/index.ts';
import { dutiesCounter, openPeriods } from './counting/duties/index.ts';
import { askWitnesses, keepCheckpoint, pointsCounter } from './counting/points/index.ts';
import { carryOn } from './counting/recalculations/index.ts';
import { type Counter, inStep, settle, startSpine } from './facts/index.ts';
import {
  type Channel,
  climbLadder,
  collectReceipts,
  learnAddresses,
  sendDue,
} from './notices/index.ts';
import type { District } from './platform/index.ts';
import { carryOutErasures } from './privacy/index.ts';
import { forgetAnswers, lapseOffers } from './records/activities/index.ts';
import { findAnomalies } from './records/anomalies/index.ts';
import { passDeadlines } from './records/contests/index.ts';
import { forgetAuthors } from './records/ratings/index.ts';

const MILLISECONDS_BETWEEN_ROUNDS = 500;
const MILLISECONDS_A_MINUTE = 60_000;
const MILLISECONDS_A_DAY = 86_400_000;

export interface Background {
  stop(): Promise<void>;
}

/** The counters of a district, each with its own place in the log. Certificates are decided in the transaction that posts the points. */
export function countersOf({ plan, clock }: District): Counter[] {
  return [
    inStep(pointsCounter(plan, clock), certificatesCounter(plan, clock)),
    dutiesCounter(plan),
  ];
}

export function startBackground(
  district: District,
  onError: (error: unknown) => void,
  channels: readonly Channel[] = [],
): Background {
  const spine = startSpine(district.database, countersOf(district), { onError });
  const stopping = new AbortController();
  const rounds = Promise.all([
    runRounds(() => oneRound(district, channels), stopping.signal, onError),
    // A provider that is slow to answer holds up no certificate.
    runRounds(() => sendingRound(district, channels), stopping.signal, onError),
    runRounds(
      onceAMinute(() => askWitnesses(district)),
      stopping.signal,
      onError,
    ),
    // A period begins at midnight; a changed plan is seen at the start.
    runRounds(
      onceAMinute(() => openPeriods(district)),
      stopping.signal,
      onError,
    ),
    runRounds(
      onceInTenMinutes(() => remind(district)),
      stopping.signal,
      onError,
    ),
    runRounds(
      // Reads a term of presence: a hall that waits for the restart comes first.
      onceADayFromLater(() => findAnomalies(district)),
      stopping.signal,
      onError,
    ),
    // Nor does an address book of two thousand classes.
    runRounds(
      onceADay(() => learnAddresses(district, channels)),
      stopping.signal,
      onError,
    ),
  ]);
  return {
    async stop() {
      stopping.abort();
      await Promise.all([spine.stop(), rounds]);
    },
  };
}

/** Counts, signs and publishes all that is committed by now: for commands, the demo and tests. */
export async function settleDistrict(
  district: District,
  onPlace: (place: number) => void = () => {},
): Promise<void> {
  await settle(district.database, countersOf(district), onPlace);
  await openPeriods(district);
  // A recalculation states facts, which are to be counted in their turn.
  while (await roundsToTheEnd(district)) await settle(district.database, countersOf(district));
}

async function roundsToTheEnd(district: District): Promise<boolean> {
  let done = 0;
  let step: number;
  do {
    step = await oneRound(district);
    done += step;
  } while (step > 0);
  return done > 0;
}

async function oneRound(district: District, channels: readonly Channel[] = []): Promise<number> {
  const steps = [
    decideAtRuleChange,
    decideForReliefs,
    carryOn,
    endCertificates,
    issueDueCertificates,
    keepCheckpoint,
    lapseOffers,
    passDeadlines,
    forgetAnswers,
    forgetAuthors,
    carryOutErasures,
  ];
  let done = 0;
  for (const step of steps) done += await step(district);
  return done + (await climbLadder(district, channels));
}

async function sendingRound(district: District, channels: readonly Channel[]): Promise<number> {
  const sent = await sendDue(district, channels);
  return sent + (await collectReceipts(district, channels));
}

const onceADay = every(MILLISECONDS_A_DAY);
const onceADayFromLater = every(MILLISECONDS_A_DAY, 10 * MILLISECONDS_A_MINUTE);
const onceInTenMinutes = every(10 * MILLISECONDS_A_MINUTE);
const onceAMinute = every(MILLISECONDS_A_MINUTE);

/**
 * At the start, or some time after it, and so long after each time; also after one that failed, which a later one puts
 * right.
 */
function every(milliseconds: number, first = 0) {
  return (step: () => Promise<unknown>): (() => Promise<number>) => {
    let due = first && Date.now() + first;
    return async () => {
      if (Date.now() < due) return 0;
      due = Date.now() + milliseconds;
      await step();
      return 0;
    };
  };
}

async function runRounds(
  round: () => Promise<number>,
  signal: AbortSignal,
  onError: (error: unknown) => void,
): Promise<void> {
  while (!signal.aborted) {
    try {
      if ((await round()) > 0) continue;
    } catch (error) {
      if (!signal.aborted) onError(error);
    }
    // The only way that this wait fails is that it was told to stop.
    await wait(MILLISECONDS_BETWEEN_ROUNDS, undefined, { signal }).catch(() => {});
  }
}
