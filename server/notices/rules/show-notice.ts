import type { Notice as Shown } from '../shapes.ts';
import type { Notice } from '../store/notices.ts';

/** A notice as it leaves; the child is named where the reader may know the name. */
export function showNotice(
  { student_id, words, made_at, read_at, done_at, ...notice }: Notice,
  names: ReadonlyMap<string, string>,
): Shown {
  const { id, room, kind, heading, link } = notice;
  return {
    ...{ id, room, kind, heading, link },
    child_name: (student_id && names.get(student_id)) || null,
    text: words,
    asks: notice.asks && done_at === null,
    made_at: made_at.toISOString(),
    read_at: read_at?.toISOString() ?? null,
    done_at: done_at?.toISOString() ?? null,
  };
}
