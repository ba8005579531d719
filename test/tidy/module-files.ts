import type { Check } from './repository.ts';

const MOST_LINES_OF_README = 40;

/** Whoever knows one module knows all: with routes come a README and a door that says what the room is for. */
export const checkModuleFiles: Check = ({ files, text }) => {
  const modules = files
    .filter((file) => /^server\/.+\/routes\.ts$/.test(file))
    .map((file) => file.replace(/\/routes\.ts$/, ''));
  return modules.flatMap((folder) => {
    const readme = `${folder}/README.md`;
    const door = `${folder}/index.ts`;
    const complaints: string[] = [];
    if (!files.includes(readme)) complaints.push(`${folder}: has routes but no README.md`);
    else if (text(readme).trimEnd().split('\n').length > MOST_LINES_OF_README) {
      complaints.push(`${readme}: longer than ${MOST_LINES_OF_README} lines`);
    }
    if (!files.includes(door)) complaints.push(`${folder}: has routes but no index.ts`);
    else if (!/^(\/\*\*|\/\/)/.test(text(door))) {
      complaints.push(`${door}: does not begin with what the room is for`);
    }
    return complaints;
  });
};
