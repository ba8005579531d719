/** Some phones stop in the middle of a long text: so much is said in one breath. */
const LETTERS_A_BREATH = 80;

/** A page's text, in its order, in pieces that a phone says one after the other. */
export function sentencesOf(text: string): string[] {
  return text
    .replaceAll(/[\u2060\u200b]/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap(breaths);
}

/** Broken behind a sign, where there is one. */
function breaths(line: string): string[] {
  const parts = line.match(/[。！？；.!?;]*[^。！？；.!?;]+[。！？；.!?;]*|[。！？；.!?;]+/g) ?? [
    line,
  ];
  const said: string[] = [];
  for (const part of parts) {
    const last = said.at(-1);
    if (last !== undefined && last.length + part.length <= LETTERS_A_BREATH) {
      said[said.length - 1] = last + part;
    } else said.push(part);
  }
  return said.map((one) => one.trim());
}
