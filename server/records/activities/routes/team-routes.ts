import { whoIn } from '../../../directory/index.ts';
import type { App } from '../../../platform/index.ts';
import { nameLead, showTeam, type TeamPost, takeLeadBack } from '../actions/lead-team.ts';
import { ById, NameLead, Team } from '../shapes.ts';

/** Volunteers of a shift, and who leads them. */
export function teamRoutes(app: App): void {
  app.get(
    '/api/v1/activities/:id/team',
    {
      config: { access: 'signed-in' },
      schema: {
        summary:
          'Who leads the team of a shift; for the lead, the deputy and the host who is in it',
        params: ById,
        response: { 200: Team },
      },
    },
    (request) => showTeam(request.district, whoIn(request), request.params.id),
  );
  for (const post of ['lead', 'deputy'] as const) namingRoutes(app, post);
}

const summaries = {
  lead: {
    name: 'Name one of the volunteers as lead of the team; they are told',
    takeBack: 'Take the naming of the lead back',
  },
  deputy: {
    name: 'Name one of the volunteers as deputy of the lead; they are told',
    takeBack: 'Take the naming of the deputy back',
  },
} as const;

function namingRoutes(app: App, post: TeamPost): void {
  const url = `/api/v1/activities/:id/${post}`;
  app.put(
    url,
    {
      config: { access: 'activities.arrange' },
      schema: { summary: summaries[post].name, params: ById, body: NameLead },
    },
    async (request, reply) => {
      const { district, params, body, call } = request;
      const asked = { shift: params.id, person: body.person_id, post };
      await nameLead(district, whoIn(request), asked, call);
      return reply.code(204).send();
    },
  );
  app.delete(
    url,
    {
      config: { access: 'activities.arrange' },
      schema: { summary: summaries[post].takeBack, params: ById },
    },
    async (request, reply) => {
      const { district, params, call } = request;
      await takeLeadBack(district, whoIn(request), { shift: params.id, post }, call);
      return reply.code(204).send();
    },
  );
}
