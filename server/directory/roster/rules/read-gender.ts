/** GB/T 2261.1 (1 male, 2 female, 9 not stated) from a code or a word; undefined when it is neither. */
export function readGender(text: string): number | undefined {
  switch (text.toLowerCase()) {
    case '1':
    case '男':
    case '男性':
    case 'm':
    case 'male':
      return 1;
    case '2':
    case '女':
    case '女性':
    case 'f':
    case 'female':
      return 2;
    case '0':
    case '9':
    case '未知':
    case '未说明':
    case 'unspecified':
    case 'unknown':
    case 'other':
      return 9;
    default:
      return undefined;
  }
}
