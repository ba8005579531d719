import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const example = join(import.meta.dirname, '../../../plans/example-county');

/** Two copies of the example county's plan on the disk: the one in force, and the one that somebody edits. */
export async function twoPlans() {
  const top = await mkdtemp(join(tmpdir(), 'gongyu-plans-'));
  const inForce = join(top, 'in-force');
  const edited = join(top, 'edited');
  return {
    inForce,
    edited,
    /** Both as the example is. */
    async reset() {
      await cp(example, inForce, { recursive: true, force: true });
      await cp(example, edited, { recursive: true, force: true });
    },
    /** Puts one text in the place of another; refuses when it is not there. */
    async change(folder: string, file: string, right: string, wrong: string) {
      const path = join(folder, `${file}.yaml`);
      const text = await readFile(path, 'utf8');
      if (!text.includes(right)) throw new Error(`${file}.yaml does not say ${right}`);
      await writeFile(path, text.replace(right, wrong));
    },
    /** A layer beside both, which asks for the parents' class too: its `versions` as they stand in the file. */
    async layer(name: string, versions: readonly string[]) {
      const folder = join(top, name);
      const words = '{ zh: 上级, en: Above }';
      await mkdir(folder, { recursive: true });
      await writeFile(
        join(folder, 'layer.yaml'),
        `id: above\nname: ${words}\noffice: ${words}\neffectiveFrom: 2026-01-01\n`,
      );
      await writeFile(
        join(folder, 'clauses.yaml'),
        `clauses:\n  - { id: "1", title: ${words}, summary: ${words} }\n`,
      );
      const written = versions.map((one) => `      - { ${one} }\n`).join('');
      await writeFile(join(folder, 'duties.yaml'), `${ABOVE}${written}`);
      return folder;
    },
    remove: () => rm(top, { recursive: true }),
  };
}

const ABOVE = `duties:
  - id: village-class
    clause: "1"
    title: { zh: 家长课堂, en: The class }
    whose: { kinds: [community, school, kindergarten] }
    answers: district-officer
    counts: { fact: activity.held, when: [{ attribute: counts_as, in: [guidance] }] }
    versions:
`;

const VILLAGE =
  '      - { version: 1, effectiveFrom: 2026-09-01, every: term, count: 1, amberDays: 30 }\n';

/** Edits of the example that are as they should be: the version in force ends, another follows. */
export const edits = {
  /** From a day on, the parents' class is held twice a term. */
  villageTwice(lastDay: string, firstDay: string, count = 2) {
    const ended = VILLAGE.replace('2026-09-01,', `2026-09-01, effectiveUntil: ${lastDay},`);
    const next = VILLAGE.replace('version: 1', 'version: 2')
      .replace('2026-09-01', firstDay)
      .replace('count: 1', `count: ${count}`);
    return ['duties', VILLAGE, `${ended}${next}`] as const;
  },
};
