import type { App } from '../../platform/index.ts';
import { XLSX } from '../../platform/sheets/index.ts';
import { whoIn } from '../access/index.ts';
import { writeTemplate } from '../roster/index.ts';
import { confirmImport } from './actions/confirm.ts';
import { rejectedSheet, showImport } from './actions/show.ts';
import { uploadRoster } from './actions/upload.ts';
import { FileMissing, FileTooLarge } from './refusals.ts';
import { ById, RosterImport } from './shapes.ts';
import type { ImportStanding } from './store.ts';

const config = { access: 'roster.import' } as const;

export function rosterImportRoutes(app: App): void {
  app.get(
    '/api/v1/roster-imports/template',
    { config, schema: { summary: 'The empty workbook to fill in (xlsx)' } },
    async (_, reply) => {
      reply.header('content-disposition', 'attachment; filename="roster.xlsx"');
      return reply.type(XLSX).send(await writeTemplate());
    },
  );
  app.post(
    '/api/v1/roster-imports',
    {
      config,
      schema: { summary: 'Upload a roster; preview begins', response: { 202: RosterImport } },
    },
    async (request, reply) => {
      const upload = await request.file();
      if (!upload) throw FileMissing();
      const file = await upload.toBuffer().catch((error: { code?: string }) => {
        throw error.code === 'FST_REQ_FILE_TOO_LARGE' ? FileTooLarge() : error;
      });
      const kept = { fileName: upload.filename, file };
      const standing = await uploadRoster(request.district, whoIn(request), kept, request.call);
      return reply.code(202).send(shown(standing));
    },
  );
  app.get(
    '/api/v1/roster-imports/:id',
    {
      config,
      schema: { summary: 'How an import stands', params: ById, response: { 200: RosterImport } },
    },
    async (request) => shown(await showImport(request.district, whoIn(request), request.params.id)),
  );
  app.post(
    '/api/v1/roster-imports/:id/confirm',
    {
      config,
      schema: {
        summary: 'Write what the preview showed',
        params: ById,
        response: { 202: RosterImport },
      },
    },
    async (request, reply) => {
      const { district, params, call } = request;
      return reply
        .code(202)
        .send(shown(await confirmImport(district, whoIn(request), params.id, call)));
    },
  );
  app.get(
    '/api/v1/roster-imports/:id/rejected',
    { config, schema: { summary: 'The rows that were rejected (xlsx)', params: ById } },
    async (request, reply) => {
      const sheet = await rejectedSheet(request.district, whoIn(request), request.params.id);
      reply.header('content-disposition', 'attachment; filename="rejected.xlsx"');
      return reply.type(XLSX).send(sheet);
    },
  );
}

function shown(standing: ImportStanding): RosterImport {
  const { id, file_name, state, progress, counts, problems, problem_count, rejected_rows } =
    standing;
  return { id, file_name, state, progress, counts, problems, problem_count, rejected_rows };
}
