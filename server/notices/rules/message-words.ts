import type { Language } from '../../platform/index.ts';
import type { Spoken } from '../store/deliveries.ts';

/**
 * The one sentence that goes out: of a single notice its heading, of a digest how many and the most urgent. It may lie
 * on a table for everybody to see: no child, no title, nothing of health or support.
 */
export function messageHeading(spoken: readonly Spoken[], language: Language): string {
  const [first] = spoken;
  if (!first) return '';
  const heading = language === 'en' ? first.heading.en : first.heading.zh;
  if (spoken.length === 1) return heading;
  return language === 'en'
    ? `${spoken.length} unread messages; the most urgent: ${heading}`
    : `${spoken.length} 条未读消息，最要紧的：${heading}`;
}
