import { whoIn } from '../../directory/index.ts';
import type { App } from '../../platform/index.ts';
import { showMyDuties } from './actions/show-my-duties.ts';
import { MyDuties } from './shapes.ts';

export function answeringRoutes(app: App): void {
  app.get(
    '/api/v1/my-duties',
    {
      config: { access: 'duties.read' },
      schema: {
        summary: 'The duties that I answer for, and how many are still open',
        response: { 200: MyDuties },
      },
    },
    (request) => showMyDuties(request.district, whoIn(request), request.call),
  );
}
