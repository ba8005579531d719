export interface LineToVerify {
  readonly number: string;
  readonly child_name?: string;
}

/** Between number and name: a tab as Excel pastes it, a comma of either width, or spaces. */
const SEPARATOR = /[\t,，;；]|\s+/;

/** A number or link a line, the child's name after it if one wishes. Blank lines do not count. */
export function readLines(text: string): LineToVerify[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [number = '', ...rest] = line.trim().split(SEPARATOR);
    if (number === '') return [];
    const name = rest.filter((part) => part !== '').join(' ');
    return [{ number, ...(name && { child_name: name }) }];
  });
}
