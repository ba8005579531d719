import { whoIn } from '../../directory/index.ts';
import type { App } from '../../platform/index.ts';
import { browseConflicts } from './actions/browse-conflicts.ts';
import { decideConflicts } from './actions/decide-conflicts.ts';
import { openScanner } from './actions/open-scanner.ts';
import { uploadScans } from './actions/upload-scans.ts';
import {
  ById,
  ConflictsQuery,
  Decided,
  Decisions,
  ScanConflictPage,
  ScannerShape,
  ScanUpload,
  UploadedScans,
} from './shapes.ts';

export async function doorRoutes(app: App): Promise<void> {
  scannerRoutes(app);
  conflictRoutes(app);
}

function scannerRoutes(app: App): void {
  app.get(
    '/api/v1/activities/:id/scanner',
    {
      config: { access: 'activities.check-in' },
      schema: {
        summary: 'What a phone needs to scan at this door without network',
        params: ById,
        response: { 200: ScannerShape },
      },
    },
    (request) => openScanner(request.district, whoIn(request), request.params.id, request.call),
  );
  app.post(
    '/api/v1/activities/:id/scans',
    {
      config: { access: 'activities.check-in' },
      schema: {
        summary: 'Send scans made without network; each once, however often it is sent',
        params: ById,
        body: ScanUpload,
        response: { 200: UploadedScans },
      },
    },
    (request) => {
      const { district, params, body, call } = request;
      return uploadScans(district, whoIn(request), { ...body, activity: params.id }, call);
    },
  );
}

function conflictRoutes(app: App): void {
  app.get(
    '/api/v1/activities/:id/scan-conflicts',
    {
      config: { access: 'activities.check-in' },
      schema: {
        summary: 'Scans that a person must decide, and what was decided',
        params: ById,
        querystring: ConflictsQuery,
        response: { 200: ScanConflictPage },
      },
    },
    (request) => {
      const { district, params, query } = request;
      return browseConflicts(district, whoIn(request), { ...query, activity: params.id });
    },
  );
  app.post(
    '/api/v1/activities/:id/scan-conflicts/decisions',
    {
      config: { access: 'activities.correct' },
      schema: {
        summary: 'Admit or dismiss conflicts, with the reason',
        params: ById,
        body: Decisions,
        response: { 200: Decided },
      },
    },
    (request) => {
      const { district, params, body, call } = request;
      return decideConflicts(district, whoIn(request), { ...body, activity: params.id }, call);
    },
  );
}
