import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useLanguage } from '../../../shared/words/words.ts';

/** Names of months and weekdays in date pickers, in the reader's language. Call in the page that has one. */
export function useDayWords(): void {
  dayjs.locale(useLanguage() === 'en' ? 'en' : 'zh-cn');
}
