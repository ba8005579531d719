import type { FastifyRequest } from 'fastify';
import { readerOf, whoIn } from '../../directory/index.ts';
import type { App } from '../../platform/index.ts';
import { SheetQuery, sendSheet } from '../../platform/sheets/index.ts';
import { getActivity } from '../activities/index.ts';
import { applyPaper, previewPaper } from './actions/bring-paper.ts';
import { paperSheet } from './actions/paper-sheet.ts';
import { PaperMissing } from './refusals.ts';
import { ById } from './shapes.ts';
import { PaperPreview } from './shapes-paper.ts';

/** The sheet for a hall without network: out to be filled in, and back. */
export function paperRoutes(app: App): void {
  app.get(
    '/api/v1/activities/:id/paper/sheet',
    {
      config: { access: 'activities.read' },
      schema: {
        summary: 'The sign-in sheet to fill in (xlsx)',
        params: ById,
        querystring: SheetQuery({}),
      },
    },
    async (request, reply) => {
      const { district, params } = request;
      const who = whoIn(request);
      const { title } = await district.database.read(readerOf(who), (transaction) =>
        getActivity(transaction, params.id),
      );
      return sendSheet(request, reply, await paperSheet(district, who, params.id, title));
    },
  );
  app.post(
    '/api/v1/activities/:id/paper/preview',
    {
      config: { access: 'activities.correct' },
      schema: {
        summary: 'What a filled sheet would change; nothing is written',
        params: ById,
        response: { 200: PaperPreview },
      },
    },
    async (request) => {
      const file = await fileIn(request);
      return previewPaper(request.district, whoIn(request), request.params.id, file);
    },
  );
  app.post(
    '/api/v1/activities/:id/paper',
    {
      config: { access: 'activities.correct' },
      schema: {
        summary: 'Take a filled sheet; the same file twice changes nothing',
        params: ById,
        response: { 200: PaperPreview },
      },
    },
    async (request) => {
      const { district, params, call } = request;
      const asked = { activity: params.id, file: await fileIn(request) };
      return applyPaper(district, whoIn(request), asked, call);
    },
  );
}

async function fileIn(request: FastifyRequest): Promise<Buffer> {
  const upload = await request.file();
  if (!upload) throw PaperMissing();
  return upload.toBuffer();
}
