import { whoIn } from '../../directory/index.ts';
import { type App, handOverSent, keepSent, sendAgain } from '../../platform/index.ts';
import { showMyDuties } from './actions/show-my-duties.ts';
import { keepList, keptList } from './kept-lists.ts';
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
      onSend: handOverSent,
    },
    async (request, reply) => {
      const { district, call } = request;
      const who = whoIn(request);
      reply.header('cache-control', 'private, no-cache');
      const kept = await keptList(district, who, call);
      if (kept) return sendAgain(request, reply, kept);
      const { list, version } = await showMyDuties(district, who, call);
      keepSent(request, (sent) => keepList(district, who, call, { version, sent }));
      return list;
    },
  );
}
