/** Two letters at least: a single one stands in too many words. */
const FEWEST_LETTERS = 2;

/** Which of these names a text says, however it is spaced. Pure. */
export function childrenNamed(text: string, names: Iterable<string>): string[] {
  const said = withoutSpaces(text);
  return [...new Set(names)].filter((name) => {
    const sought = withoutSpaces(name);
    return sought.length >= FEWEST_LETTERS && said.includes(sought);
  });
}

/** As it is looked for: 「李 小 明」 is 「李小明」, full-width and half-width are one. */
const withoutSpaces = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s·•‧・]/gu, '')
    .toLowerCase();
