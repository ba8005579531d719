import type { App } from '../../platform/index.ts';
import { whoIn } from '../access/index.ts';
import { changeMe } from './change-me.ts';
import { Me, MeChange } from './shapes.ts';
import { showMe } from './show-me.ts';

export function meRoutes(app: App): void {
  app.get(
    '/api/v1/me',
    {
      config: { access: 'signed-in' },
      schema: { summary: 'Who is signed in, and what they may do', response: { 200: Me } },
    },
    (request) => showMe(request.district, whoIn(request)),
  );
  app.patch(
    '/api/v1/me',
    {
      config: { access: 'signed-in' },
      schema: { summary: 'Choose language and type size', body: MeChange, response: { 200: Me } },
    },
    async (request) => {
      await changeMe(request.district, whoIn(request), request.body);
      return showMe(request.district, whoIn(request));
    },
  );
}
