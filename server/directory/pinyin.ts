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
  const made = inLetters(read);
  syllables.set(character, made);
  return made;
}

/**
 * The same of a person: the first character as the surname it is, 曾 as zeng. Where it is read otherwise in other
 * words, that reading follows: who types ceng finds 曾 too, and lists run by the surname.
 */
export function pinyinOfPerson(name: string): string {
  const plain = pinyinOf(name);
  const [first = '', ...rest] = [...name];
  const surname = surnameOf(first);
  if (surname === syllableOf(first)) return plain;
  const others = rest.map(syllableOf).filter((part) => part !== '');
  const initials = [surname, ...others].map((part) => part[0]).join('');
  return `${surname}${others.join('')} ${initials} ${plain}`;
}

const surnames = new Map<string, string>();

function surnameOf(character: string): string {
  const known = surnames.get(character);
  if (known !== undefined) return known;
  const [read = ''] = pinyin(character, { toneType: 'none', type: 'array', mode: 'surname' });
  const made = inLetters(read);
  surnames.set(character, made);
  return made;
}

function inLetters(read: string): string {
  return read
    .toLowerCase()
    .replace(/ü/g, 'v')
    .replace(/[^a-z0-9]/g, '');
}
