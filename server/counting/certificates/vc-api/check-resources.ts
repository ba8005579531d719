import { CREDENTIALS_CONTEXT } from '../credential/index.ts';
import { isObject, isUrl, listed } from './json.ts';

/**
 * VC Data Model 2.0 publishes (B.1) the digests of its context's bytes, and a resource that is at hand must have the
 * digest that the issuer gave (5.3). Multibase here is of the digest itself, as the W3C's suite has it, or of its
 * multihash. Of other resources there are no bytes to compare: nothing is fetched.
 */
const DIGESTS: Readonly<Record<string, readonly string[]>> = {
  [CREDENTIALS_CONTEXT]: [
    'sha256-WZVc7WaX1h4D8rJVb+vlMIqxaEKEb1tYbX8fet7JJzQ=',
    'sha384-l/HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4/Tje8YyzYBM8IhqjHWiWpr8+ZbYU',
    'uWZVc7WaX1h4D8rJVb-vlMIqxaEKEb1tYbX8fet7JJzQ',
    'uEiBZlVztZpfWHgPyslVv6-UwirFoQoRvW1htfx963sknNA',
  ],
};

/** Each is named once, by its URL and a digest, which is that of the resource where it is at hand. */
export function wrongResources(resources: unknown): string[] {
  const all = listed(resources);
  const ids = all.map((one) => (isObject(one) ? one.id : undefined));
  const isWhole = all.every(
    (one) => isObject(one) && isUrl(one.id) && ('digestSRI' in one || 'digestMultibase' in one),
  );
  if (!isWhole || new Set(ids).size !== ids.length) {
    return ['relatedResource names each resource once, by its URL and a digest.'];
  }
  return all.filter(isObject).flatMap(({ id, digestSRI, digestMultibase }) => {
    const known = DIGESTS[String(id)];
    const isRight = [digestSRI, digestMultibase].every(
      (digest) => digest === undefined || known === undefined || known.includes(String(digest)),
    );
    return isRight ? [] : [`relatedResource gives another digest of ${id} than it has.`];
  });
}
