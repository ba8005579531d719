const SHOWN_CHARACTERS = 40;

/** A cell as a problem may show it: numbers that name a person lose their middle, long text its end. */
export function maskValue(text: string): string {
  const masked = text.replaceAll(/[\dX]{11,}/gi, (number) =>
    number.length >= 15
      ? `${number.slice(0, 3)}${'*'.repeat(number.length - 7)}${number.slice(-4)}`
      : `${number.slice(0, 3)}****${number.slice(-4)}`,
  );
  return masked.length > SHOWN_CHARACTERS ? `${masked.slice(0, SHOWN_CHARACTERS)}…` : masked;
}

/** `A`, `B`, … `Z`, `AA`: how a spreadsheet names the column at that index. */
export function columnLetter(index: number): string {
  const rest = index % 26;
  const letter = String.fromCharCode(65 + rest);
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter;
}
