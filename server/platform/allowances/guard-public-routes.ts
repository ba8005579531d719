import type { FastifyInstance } from 'fastify';
import type { District } from '../district.ts';
import { Gather } from '../gather.ts';
import { TooOften } from '../http/refusals.ts';
import { limited, sweepAllowances, takeTogether, type Verdict } from './allowances.ts';
import { type Allowance, MOST_COUNTED_TOGETHER, PUBLIC_READS_BY_NETWORK } from './limits.ts';
import { networkOf } from './network-of.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Of a public route: what a network may ask of it, or `own` if the route counts for itself. */
    allowance?: Allowance | 'own';
  }
}

/**
 * Every public route of the API is limited by the network that asks, unless it counts for itself: a route that is
 * added tomorrow too. Pages and health checks are not counted.
 */
export function guardPublicRoutes(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    const { config, url } = request.routeOptions;
    if (config.access !== 'public' || !url?.startsWith('/api/')) return;
    const { allowance = PUBLIC_READS_BY_NETWORK } = config;
    if (allowance === 'own') return;
    const { district, ip } = request;
    const subject = limited(district.sealing, networkOf(ip));
    const verdict = await counting(district, allowance).ask(subject);
    if (!verdict.allowed) throw refuse(verdict);
  });
}

type Counting = Gather<Buffer, Verdict>;

const countings = new WeakMap<District, Map<Allowance, Counting>>();

/** A rush from one school's network is one row: those who ask at the same moment are counted together. */
function counting(district: District, allowance: Allowance): Counting {
  const ofDistrict = countings.get(district) ?? new Map<Allowance, Counting>();
  countings.set(district, ofDistrict);
  const known = ofDistrict.get(allowance);
  if (known) return known;
  const fresh: Counting = new Gather(
    (subjects) =>
      district.database.write({ person: null, reach: [] }, async (transaction) => {
        const at = district.clock();
        const verdicts = await takeTogether(transaction, allowance, subjects, at);
        await sweepAllowances(transaction, at);
        return verdicts;
      }),
    { most: MOST_COUNTED_TOGETHER },
  );
  ofDistrict.set(allowance, fresh);
  return fresh;
}

function refuse({ retryAfterSeconds }: Verdict) {
  const minutes = Math.ceil(retryAfterSeconds / 60);
  return TooOften({
    retryAfterSeconds,
    detail: {
      zh: `${minutes} 分钟后就可以再试。`,
      en: `You can try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
    },
  });
}
