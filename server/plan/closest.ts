/** The known word that a mistyped one was probably meant to be; undefined when none is near. */
export function closest(typed: string, known: readonly string[]): string | undefined {
  // A third of the letters may be wrong, but never all: "7" is no slip for "1".
  const most = Math.min(Math.ceil(typed.length / 3), bare(typed).length - 1);
  let best: { word: string; distance: number } | undefined;
  for (const word of known) {
    const distance = editDistance(bare(typed), bare(word));
    if (distance <= most && (!best || distance < best.distance)) best = { word, distance };
  }
  return best?.word;
}

/** `per_hour`, `per-hour` and `perHour` are the same slip of the pen. */
function bare(word: string): string {
  return word.toLowerCase().replaceAll(/[-_. ]/g, '');
}

/** Levenshtein's: insertions, deletions and replacements of one character. */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (const [column, otherLetter] of [...other].entries()) {
      const replaced = (row[column] ?? 0) + (letter === otherLetter ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
