import { type District, NotAllowed } from '../../platform/index.ts';
import { readerOf, type Who } from '../access/index.ts';

export interface Wishes {
  readonly language?: 'zh-CN' | 'en' | undefined;
  readonly type_size?: 'normal' | 'large' | undefined;
}

/** Keeps the person's language and type size, so that the next phone looks the same. */
export async function changeMe(
  district: District,
  who: Who,
  { language, type_size }: Wishes,
): Promise<void> {
  if (who.kind !== 'adult') throw NotAllowed();
  await district.database.write(readerOf(who), (transaction) =>
    transaction
      .updateTable('people')
      .set({
        ...(language && { language: language === 'zh-CN' ? 'zh' : language }),
        ...(type_size && { type_size }),
      })
      .where('id', '=', who.person)
      .execute(),
  );
}
