/** 张* or 张*芳: enough for a family to tell its own people apart, too little for a stranger. */
export function maskName(name: string): string {
  const letters = [...name];
  const [first = '*'] = letters;
  return letters.length > 2 ? `${first}*${letters.at(-1)}` : `${first}*`;
}
