import { createApp } from '../app.ts';
import { type Capability, capabilities, matrix, type Role, roles } from '../directory/index.ts';
import { openApiDocument } from '../platform/index.ts';
import { type Command, readWords } from './command.ts';
import { keepGenerated } from './generated-file.ts';

const FILE = 'docs/who-may-do-what.md';

/** Writes docs/who-may-do-what.md from the matrix and the routes, or says whether it is still true. */
export const access: Command = {
  usage: '[--check]',
  async run(words) {
    const options = { check: { type: 'boolean' } } as const;
    const { values } = readWords(words, 'access [--check]', options, { least: 0 });
    const app = await createApp({ districtOf: () => undefined, log: false, personas: true });
    await app.ready();
    const text = page(routesOf(openApiDocument(app)));
    await app.close();
    return keepGenerated(FILE, text, { check: values.check ?? false, command: 'access' });
  },
};

interface AccessedRoute {
  readonly access: string;
  readonly route: string;
  readonly summary: string;
}

function routesOf(document: object): AccessedRoute[] {
  const { paths } = document as { paths: Record<string, Record<string, Described>> };
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, described]) => ({
      access: described['x-access'],
      route: `${method.toUpperCase()} ${path}`,
      summary: described.summary,
    })),
  );
}

interface Described {
  readonly summary: string;
  readonly 'x-access': string;
}

function page(routes: readonly AccessedRoute[]): string {
  const roleNames = Object.keys(roles) as Role[];
  const heading = `| capability | ${roleNames.map((role) => `${roles[role].zh}<br>${role}`).join(' | ')} |`;
  const rule = `| --- |${roleNames.map(() => ' --- |').join('')}`;
  const rows = (Object.keys(capabilities) as Capability[]).map((capability) => {
    const cells = roleNames.map((role) => matrix[role][capability] ?? '');
    return `| ${capabilities[capability].zh}<br>\`${capability}\` | ${cells.join(' | ')} |`;
  });
  const byAccess = Map.groupBy(routes, (route) => route.access);
  const lists = [...byAccess]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, listed]) => [
      `### \`${name}\``,
      '',
      ...listed.map(({ route, summary }) => `- \`${route}\` ${summary}`),
      '',
    ]);
  return [
    '# Who may do what',
    '',
    'Generated from `server/directory/access/matrix.ts` and the routes by `npm run gongyu -- access`.',
    'An empty cell is a refusal. `own`: oneself · `family`: one’s children · `post`: the organisation of the',
    'post and everything below it · `school`: the school of the post · `district`: the whole district.',
    'A route of `client:…` is open to programs of other houses with that scope, and to no person.',
    '',
    heading,
    rule,
    ...rows,
    '',
    '## Routes',
    '',
    ...lists,
  ].join('\n');
}
