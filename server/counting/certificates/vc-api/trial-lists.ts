import { randomInt } from 'node:crypto';
import type { District } from '../../../platform/index.ts';
import {
  createIssuer,
  createStatusList,
  STATUS_LIST_LENGTH,
  type StatusPurpose,
} from '../credential/index.ts';
import { trialKeys } from './keys.ts';

type TrialList = Readonly<Record<string, unknown>>;

const made = new WeakMap<District, Map<StatusPurpose, Promise<TrialList>>>();

export function trialListUrl({ publicUrl }: District, purpose: StatusPurpose): string {
  return `${publicUrl}/credentials/status-lists/${purpose}`;
}

/** Any place in the list: what is issued here is never revoked, so two credentials may stand at the same. */
export function trialStatusEntry(district: District, statusPurpose: StatusPurpose) {
  const statusListCredential = trialListUrl(district, statusPurpose);
  const statusListIndex = String(randomInt(STATUS_LIST_LENGTH));
  return {
    id: `${statusListCredential}#${statusListIndex}`,
    type: 'BitstringStatusListEntry',
    ...{ statusPurpose, statusListIndex, statusListCredential },
  };
}

/** In which nobody is marked, by the trial key: a list must be its credentials' issuer's, so the district's will not do. */
export function trialList(district: District, purpose: StatusPurpose): Promise<TrialList> {
  const lists = made.get(district) ?? new Map<StatusPurpose, Promise<TrialList>>();
  made.set(district, lists);
  const list = lists.get(purpose) ?? makeList(district, purpose);
  lists.set(purpose, list);
  return list;
}

async function makeList(district: District, purpose: StatusPurpose): Promise<TrialList> {
  const { proof, ...list } = await createIssuer(await trialKeys(district)).issueStatusList({
    url: trialListUrl(district, purpose),
    purpose,
    list: createStatusList(),
    issuedAt: `${district.clock().toISOString().slice(0, 19)}Z`,
  });
  return { ...list, proof: proof[0] };
}
