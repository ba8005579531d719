/**
 * GB/T 4761 two-digit codes of what a carer may be to a child, with the words that Chinese rosters use. The code
 * is kept as it is written; words are turned into it.
 */
const WORDS_OF_CODE: Readonly<Record<string, readonly string[]>> = {
  '50': ['父母', '家长', 'parent'],
  '51': ['父亲', '父', '爸爸', '父子', '父女', 'father'],
  '52': ['母亲', '母', '妈妈', '母子', '母女', 'mother'],
  '57': ['继父或养父', '继父', '养父', 'stepfather', 'stepparent'],
  '58': ['继母或养母', '继母', '养母', 'stepmother'],
  '60': ['祖父母或外祖父母', '祖父母', '外祖父母', '祖辈', 'grandparent'],
  '61': ['祖父', '爷爷', 'grandfather'],
  '62': ['祖母', '奶奶', 'grandmother'],
  '63': ['外祖父', '外公', '姥爷'],
  '64': ['外祖母', '外婆', '姥姥'],
  '66': ['曾祖父', '太爷爷'],
  '67': ['曾祖母', '太奶奶'],
  '71': ['兄', '哥哥', '哥', 'brother'],
  '73': ['弟', '弟弟'],
  '75': ['姐姐', '姐', 'sister'],
  '77': ['妹妹', '妹'],
  '80': ['其他', '监护人', '其他监护人', 'guardian', 'other'],
  '81': ['伯父', '伯伯'],
  '82': ['伯母'],
  '83': ['叔父', '叔叔', 'uncle'],
  '84': ['婶母', '婶婶'],
  '85': ['舅父', '舅舅'],
  '86': ['舅母'],
  '87': ['姨父', '姨夫'],
  '88': ['姨母', '姨妈', 'aunt'],
  '89': ['姑父', '姑夫'],
  '90': ['姑母', '姑姑'],
  '97': ['其他亲属', '亲属', 'relative'],
  '99': ['非亲属', 'aide', 'caregiver'],
};

const codeOfWord = new Map<string, string>();
for (const [code, words] of Object.entries(WORDS_OF_CODE)) {
  codeOfWord.set(code, code);
  for (const word of words) codeOfWord.set(word, code);
}

/** The GB/T 4761 code of a word or a code; undefined when it is neither. Case does not matter. */
export function readRelationship(text: string): string | undefined {
  return codeOfWord.get(text) ?? codeOfWord.get(text.toLowerCase().replaceAll(/[\s_-]/g, ''));
}

/** What the template offers to choose from. */
export const relationshipChoices: readonly string[] = [
  '父亲',
  '母亲',
  '祖父',
  '祖母',
  '外祖父',
  '外祖母',
  '继父',
  '继母',
  '其他亲属',
  '非亲属',
];

/** A parent or grandparent whose sex the source tells elsewhere: 50 becomes 51 or 52. */
export function relationshipBySex(code: string, gender: number | null): string {
  if (code !== '50' || (gender !== 1 && gender !== 2)) return code;
  return gender === 1 ? '51' : '52';
}
