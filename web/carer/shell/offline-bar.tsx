import { notifyManager, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { formatInstant } from '../../shared/format.ts';
import { keptAtOf } from '../../shared/kept-answers.ts';
import { ME } from '../../shared/queries/me.ts';
import { useLanguage } from '../../shared/words/words.ts';
import { useWords } from '../words/words.ts';
import styles from './offline-bar.module.css';

/** Says that there is no network, or a bad one, and from when what the page shows is. */
export function OfflineBar() {
  const { t } = useWords();
  const language = useLanguage();
  const online = useSyncExternalStore(listenToNetwork, () => navigator.onLine);
  const { oldest, isKept } = useAge();
  if (online && !isKept) return null;
  const asOf = oldest && t('network.asOf', { when: formatInstant(oldest, language) });
  return (
    <p role="status" className={styles.bar}>
      {[t(online ? 'network.bad' : 'network.none'), asOf].filter(Boolean).join(' · ')}
    </p>
  );
}

/** Of what the page shows: when the oldest of it was given, and whether any comes from the phone's memory. */
function useAge(): { readonly oldest: string; readonly isKept: boolean } {
  const client = useQueryClient();
  const listen = useCallback(
    (listener: () => void) => client.getQueryCache().subscribe(notifyManager.batchCalls(listener)),
    [client],
  );
  const [oldest = '', kept] = useSyncExternalStore(listen, () => ageOf(client)).split(' ');
  return { oldest, isKept: kept !== undefined };
}

/** `2026-10-18T06:05:00.000Z kept`: one text, so that the same age is the same value. Empty: nothing is shown. */
function ageOf(client: QueryClient): string {
  const shown = client
    .getQueryCache()
    .findAll({ type: 'active', predicate: ({ state }) => state.data !== undefined });
  const kept = shown.some(({ state }) => keptAtOf(state.data)) ? ' kept' : '';
  const [oldest = ''] = shown
    .filter(({ queryKey }) => queryKey[0] !== ME[0])
    .map(({ state }) => keptAtOf(state.data) ?? new Date(state.dataUpdatedAt).toISOString())
    .sort();
  return `${oldest}${kept}`;
}

function listenToNetwork(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}
