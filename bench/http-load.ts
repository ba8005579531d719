import autocannon, { type Request, type Result } from 'autocannon';

/** One request of a load: what differs from one to the next. */
export type Asked = Pick<Request, 'method' | 'path' | 'headers' | 'body'>;

export interface Load {
  readonly url: string;
  readonly connections: number;
  /** How many requests in all. */
  readonly amount: number;
  /** The n-th request, counted from 0 over all connections. */
  readonly request: (turn: number) => Asked;
}

export interface Answered {
  readonly perSecond: number;
  /** Milliseconds that 95 of 100 answers took at most. */
  readonly p95: number;
  /** Milliseconds that 99 of 100 answers took at most. */
  readonly p99: number;
}

/** Sends the requests, each connection the next when it has its answer. Throws if any answer is not a 2xx. */
export async function load({ url, connections, amount, request }: Load): Promise<Answered> {
  let turn = 0;
  const setupRequest = (given: Request): Request => {
    const next = request(turn);
    turn += 1;
    return { ...given, ...next };
  };
  const began = performance.now();
  let lastAnswer = began;
  const times: number[] = [];
  const result = await new Promise<Result>((resolve, reject) => {
    const requests = [{ setupRequest }];
    autocannon({ url, connections, amount, requests }, (error, result) =>
      error ? reject(error) : resolve(result),
    ).on('response', (_client, _status, _bytes, milliseconds) => {
      times.push(milliseconds);
      // It looks only once a second whether all is answered.
      lastAnswer = performance.now();
    });
  });
  const { '2xx': good, non2xx, errors, latency } = result;
  if (good !== amount) {
    throw new Error(`Of ${amount} requests ${good} got a 2xx, ${non2xx} another, ${errors} none.`);
  }
  const perSecond = (amount * 1000) / (lastAnswer - began);
  return { perSecond, p95: percentile(times, 95), p99: latency.p99 };
}

/** The figure that so many of a hundred do not exceed. */
export function percentile(figures: readonly number[], percent: number): number {
  const inOrder = figures.toSorted((one, other) => one - other);
  return inOrder[Math.ceil((inOrder.length * percent) / 100) - 1] ?? 0;
}
