import type { RefusalField } from '../../../platform/index.ts';
import type { Topic } from '../tables.ts';

/** As the host writes it: with the id of a topic on the list, or new. */
export interface WrittenTopic {
  readonly id?: string | undefined;
  readonly title: string;
}

/** What is wrong with a list, field by field: a title twice, or the id of no topic of this list. */
export function checkTopics(
  topics: readonly WrittenTopic[],
  before: readonly Pick<Topic, 'id'>[],
): RefusalField[] {
  const known = new Set(before.map(({ id }) => id));
  const titles = topics.map(({ title }) => title);
  const ids = topics.map(({ id }) => id);
  return topics.flatMap(({ id, title }, index) => {
    if (titles.indexOf(title) < index) {
      const reason = { zh: `「${title}」写了两遍`, en: `“${title}” stands twice` };
      return [{ field: `topics.${index}.title`, reason }];
    }
    if (id !== undefined && (!known.has(id) || ids.indexOf(id) < index)) {
      const reason = { zh: '请刷新话题单再改', en: 'Reload the list first' };
      return [{ field: `topics.${index}.id`, reason }];
    }
    return [];
  });
}

/** Whether a topic that carers want would read differently. */
export function rewordsWanted(
  topics: readonly WrittenTopic[],
  before: readonly Pick<Topic, 'id' | 'title' | 'wanted'>[],
): boolean {
  return before.some(
    ({ id, title, wanted }) =>
      wanted > 0 && topics.some((one) => one.id === id && one.title !== title),
  );
}
