const NUMERALS = '一二三四五六七八九';

const collator = new Intl.Collator('zh-CN', { numeric: true });

/** 一年级 before 二年级, 2 班 before 10 班: the order that schools count in, which is not the alphabet's. */
export function inSchoolOrder<Place extends { readonly name: string }>(
  places: readonly Place[],
): readonly Place[] {
  return places.toSorted((one, other) => collator.compare(counted(one.name), counted(other.name)));
}

function counted(name: string): string {
  return name.replaceAll(/[一二三四五六七八九]/g, (numeral) =>
    String(NUMERALS.indexOf(numeral) + 1),
  );
}
