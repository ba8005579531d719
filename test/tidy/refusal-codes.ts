import { type Check, isTest, withoutComments } from './repository.ts';

/** Each refusal has a code of its own, which begins with the name of its room: people quote it on the phone. */
export const checkRefusalCodes: Check = ({ files, text }) => {
  const seen = new Map<string, string>();
  return files
    .filter((file) => /^server\/.+\.ts$/.test(file) && !isTest(file))
    .flatMap((file) =>
      [...withoutComments(file, text(file)).matchAll(/\bdefineRefusal\(\s*'([^']+)'/g)].flatMap(
        ([, code = '']) => {
          const complaints: string[] = [];
          const before = seen.get(code);
          if (before) complaints.push(`${file}: the code ${code} is in ${before} already`);
          seen.set(code, file);
          const room = code.split('.')[0] ?? '';
          if (!file.split('/').slice(1, -1).includes(room)) {
            complaints.push(`${file}: the code ${code} does not begin with the name of its room`);
          }
          return complaints;
        },
      ),
    );
};
