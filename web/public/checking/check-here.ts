/**
 * Checks a certificate's link in the browser itself, with the keys and status lists that it was last given: the page
 * works in a hall without a network, and says from when its lists are.
 */
import { verifyAsync } from '@noble/ed25519';
import type { CheckedCertificate, VerificationKit } from '../../shared/api-types.gen.ts';
import { formatPoints, inBothLanguages } from './both-languages.ts';
import { type LinkFacts, readLink, type SaidByLink } from './read-link.ts';
import { keyOfMultikey, readStatusList } from './read-status-list.ts';
import { offlineChecks, type Sentence } from './sentences.ts';

/** As the server answers it, and from when the lists are. */
export interface CheckedHere extends CheckedCertificate {
  /** Undefined: no list could be read. */
  readonly listsSignedAt: Date | undefined;
}

/** Undefined when the link was not signed by the district of this kit: there is no more to say of it. */
export async function checkHere(
  kit: VerificationKit,
  token: string,
  now: Date,
): Promise<CheckedHere | undefined> {
  const link = readLink(token);
  if (!link || !(await isSigned(kit, link))) return undefined;
  const { facts, expiresAt } = link;
  const lists = await Promise.all(
    (['revocation', 'suspension'] as const).map((purpose) =>
      readStatusList(kit, purpose, facts?.statusList ?? -1),
    ),
  );
  const marked = lists.map((list) => (facts ? list?.has(facts.statusIndex) : undefined));
  const [revoked, suspended] = marked;
  const checks = [
    checked('signature', offlineChecks.signature),
    checked('dates', now > expiresAt ? offlineChecks.expired : offlineChecks.inTime),
    checked('revoked', offlineChecks.revoked[answerOf(revoked)]),
    checked('suspended', offlineChecks.suspended[answerOf(suspended)]),
  ];
  const outcomes = checks.map(({ outcome }) => outcome);
  return {
    verdict: outcomes.includes('failed')
      ? 'invalid'
      : outcomes.includes('unknown')
        ? 'unproven'
        : 'valid',
    state: revoked ? 'revoked' : suspended ? 'suspended' : now > expiresAt ? 'ended' : 'valid',
    fields: facts ? fieldsOf(kit, facts, expiresAt) : [],
    appealed_at: null,
    withheld: 0,
    checks,
    checked_at: now.toISOString(),
    admission_use: kit.admission_use,
    listsSignedAt: lists[0]?.signedAt,
  };
}

async function isSigned(kit: VerificationKit, { signed, signature }: SaidByLink): Promise<boolean> {
  for (const { multikey } of kit.issuers.flatMap(({ keys }) => keys)) {
    const key = keyOfMultikey(multikey);
    // A signature that is no point of the curve is none of ours either.
    if (key && (await verifyAsync(signature, signed, key).catch(() => false))) return true;
  }
  return false;
}

function answerOf(isMarked: boolean | undefined): 'yes' | 'no' | 'unknown' {
  return isMarked === undefined ? 'unknown' : isMarked ? 'yes' : 'no';
}

function checked(key: string, [outcome, zh, en]: Sentence) {
  return { key, outcome, says: { zh, en } };
}

/** What the paper shows and the link says, in the paper's order. */
function fieldsOf(kit: VerificationKit, facts: LinkFacts, expiresAt: Date) {
  const [issuedOn, until] = [inBothLanguages(facts.issuedAt), inBothLanguages(expiresAt)];
  const values: Readonly<Record<string, { zh: string; en: string }>> = {
    number: same(facts.number),
    child_name: same(facts.childName),
    id_number_last_four: same(facts.idNumberLastFour),
    threshold: formatPoints(facts.threshold),
    issuer: kit.issuer_name,
    issued_on: issuedOn,
    valid: { zh: `${issuedOn.zh}至${until.zh}`, en: `${issuedOn.en} to ${until.en}` },
  };
  return kit.labels.flatMap(({ key, label }) => {
    const value = values[key];
    return value ? [{ key, label, value }] : [];
  });
}

function same(text: string) {
  return { zh: text, en: text };
}
