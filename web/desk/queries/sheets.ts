import { addressOf } from '../../shared/api.ts';
import type { Operations } from '../../shared/api-types.gen.ts';
import { useLanguage } from '../../shared/words/words.ts';

/** Lists that leave as a workbook. */
export type SheetOperation = Extract<keyof Operations, `GET ${string}/sheet`>;

export interface SheetOf<Name extends SheetOperation> {
  readonly name: Name;
  readonly params?: Operations[Name]['params'];
  /** The filters of the view; an empty one is not asked. */
  readonly query?: Readonly<Record<string, string>>;
}

/** Where the workbook lies: a plain address, for a link carries no header and WeChat keeps no file of a script. */
export function useSheetAddress<Name extends SheetOperation>(sheet: SheetOf<Name>): string {
  const lang = useLanguage();
  const [, template = ''] = sheet.name.split(' ');
  return addressOf(template, sheet.params, { ...sheet.query, lang });
}
