import type { WriteTransaction } from '../../platform/index.ts';
import { listTopics, raiseVersion, takeList, writeTopics } from './store.ts';

/** The copies of a salon begin with its topics, but for those that were talked about already. */
export async function copyTopics(
  transaction: WriteTransaction,
  { from, to, by, at }: { from: string; to: readonly string[]; by: string; at: Date },
): Promise<void> {
  const topics = (await listTopics(transaction, [from]))
    .filter(({ is_talked }) => !is_talked)
    .map(({ title }) => ({ title }));
  if (topics.length === 0) return;
  for (const copy of to) {
    await takeList(transaction, copy);
    await writeTopics(transaction, copy, topics, at);
    await raiseVersion(transaction, copy, { by, at });
  }
}
