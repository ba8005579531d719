import { useMay } from '../../shared/queries/me.ts';
import { useActivities } from './activities.ts';
import { useBoard } from './board.ts';
import { useContests } from './contests.ts';
import { useMyDuties } from './duties.ts';
import { useLinkRequests } from './links.ts';
import { useCallsToMake } from './notices.ts';
import { usePrivacyRequests } from './privacy-requests.ts';

/** The lists that the desk's first page is made of; what one may not see is not asked. */
export function useTodayOnDesk() {
  const may = useMay();
  const day = dayInChina(new Date());
  const reads = may('activities.read');
  const events = useActivities({ state: 'published', from: day, to: day }, { enabled: reads });
  const drafts = useActivities({ state: 'draft' }, { enabled: reads && may('activities.arrange') });
  const board = useBoard({ missing: 'anything' }, { enabled: reads && may('activities.arrange') });
  const requests = useLinkRequests(
    { state: 'waiting', sort: 'asked' },
    { enabled: may('links.decide') },
  );
  const contests = useContests(
    { show: 'waiting', claim: '', sort: 'due' },
    { enabled: may('contests.decide') },
  );
  const calls = useCallsToMake({ enabled: may('notices.telephone') });
  const privacy = usePrivacyRequests(
    { state: 'open', kind: '', sort: 'until' },
    { enabled: may('privacy.decide') },
  );
  const duties = useMyDuties({ enabled: may('duties.read') });
  return {
    duties: duties.data?.items ?? [],
    today: rowsOf(events),
    lacking: rowsOf(board),
    drafts: rowsOf(drafts),
    requests: rowsOf(requests),
    privacy: rowsOf(privacy).length,
    calls: calls.data?.total ?? 0,
    contests: rowsOf(contests).length,
    isPending:
      events.isLoading ||
      drafts.isLoading ||
      board.isLoading ||
      requests.isLoading ||
      calls.isLoading ||
      duties.isLoading ||
      privacy.isLoading,
  };
}

function rowsOf<Row>(question: {
  readonly data: { readonly pages: readonly { readonly items: readonly Row[] }[] } | undefined;
}): readonly Row[] {
  return question.data?.pages.flatMap(({ items }) => items) ?? [];
}

/** `YYYY-MM-DD` where the district is, wherever the desk's own clock is. */
function dayInChina(at: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(at);
}
