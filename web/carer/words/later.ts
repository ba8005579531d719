import i18next from 'i18next';
import { later } from './zh/later.ts';

/** Adds the words of the pages that are not the home. English comes whole when it is chosen. */
i18next.addResourceBundle('zh-CN', 'carer', later, true);
