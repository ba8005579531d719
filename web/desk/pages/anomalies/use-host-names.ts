import type { AnomalyLine } from '../../queries/anomalies.ts';
import { useWords } from '../../words/words.ts';

/** Hosts in reach by name; of others only that there are some. */
export function useHostNames(): (line: AnomalyLine) => string {
  const { t } = useWords();
  return ({ host_names: names, other_hosts: others }) => {
    if (names.length === 0) return t('anomalies.onlyOtherHosts');
    return [names.join('、'), others && t('anomalies.otherHosts')].filter(Boolean).join(' ');
  };
}
