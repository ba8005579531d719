import { type Check, isCode, isTest, withoutComments } from './repository.ts';

const MOST_LINES_OF_CODE = 400;

/** Files that may be longer, each with its reason. */
const allowed: Readonly<Record<string, string>> = {};

/** A file that long is asking to be split by meaning. */
export const checkLength: Check = ({ files, text }) =>
  files
    .filter(
      (file) => (isCode(file) || file.endsWith('.css')) && !isTest(file) && !(file in allowed),
    )
    .flatMap((file) => {
      const lines = withoutComments(file, text(file))
        .split('\n')
        .filter((line) => line.trim());
      return lines.length > MOST_LINES_OF_CODE
        ? [`${file}: ${lines.length} lines of code, more than ${MOST_LINES_OF_CODE}`]
        : [];
    });
