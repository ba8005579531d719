import { pinyin } from 'pinyin-pro';

const syllables = new Map<string, string>();

/** `zhangwei zw` for 张伟: what people type when they search, full or by initials. Letters stay as they are. */
export function pinyinOf(name: string): string {
  const parts = [...name].map(syllableOf).filter((part) => part !== '');
  return `${parts.join('')} ${parts.map((part) => part[0]).join('')}`.trim();
}

/** Names repeat a few thousand characters: each is looked up once. */
function syllableOf(character: string): string {
  const known = syllables.get(character);
  if (known !== undefined) return known;
  const [read = ''] = pinyin(character, { toneType: 'none', type: 'array' });
  const made = read
    .toLowerCase()
    .replace(/ü/g, 'v')
    .replace(/[^a-z0-9]/g, '');
  syllables.set(character, made);
  return made;
}
