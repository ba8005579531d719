import { Type } from 'typebox';
import { whoIn } from '../../directory/index.ts';
import type { App } from '../../platform/index.ts';
import { sendSheet } from '../../platform/sheets/index.ts';
import { browseSimulations, showSimulation, simulationLines } from './actions/show-simulations.ts';
import { showPlanText, tryChange } from './actions/try-change.ts';
import { simulationColumns } from './rules/simulation-columns.ts';
import { changedFiles, PlanText, Simulation, SimulationBriefs, TrySimulation } from './shapes.ts';

const Id = Type.String({ format: 'uuid' });
const ById = Type.Object({ id: Id });

export function simulationRoutes(app: App): void {
  app.get(
    '/api/v1/plan-files/:file',
    {
      config: { access: 'rules.simulate' },
      schema: {
        summary: 'A file of the plan in force, to begin a change with',
        params: Type.Object({ file: Type.Enum([...changedFiles]) }),
        response: { 200: PlanText },
      },
    },
    (request) => showPlanText(request.district, whoIn(request), request.params.file),
  );
  app.get(
    '/api/v1/simulations',
    {
      config: { access: 'rules.simulate' },
      schema: { summary: 'Changes of rules that were tried', response: { 200: SimulationBriefs } },
    },
    async (request) => ({
      items: await browseSimulations(request.district, whoIn(request), request.call),
    }),
  );
  app.post(
    '/api/v1/simulations',
    {
      config: { access: 'rules.simulate' },
      schema: {
        summary: 'Try a change of point rules or certificates on the facts of the district',
        description: 'Refused with every mistake of the file; else it is counted beside.',
        body: TrySimulation,
        response: { 201: Type.Object({ id: Id }, { title: 'SimulationBegun' }) },
      },
    },
    async (request, reply) => {
      const { district, body, call } = request;
      return reply.code(201).send(await tryChange(district, whoIn(request), body, call));
    },
  );
  app.get(
    '/api/v1/simulations/:id',
    {
      config: { access: 'rules.simulate' },
      schema: {
        summary: 'Who gains and who loses by a change',
        params: ById,
        response: { 200: Simulation },
      },
    },
    (request) => showSimulation(request.district, whoIn(request), request.params.id, request.call),
  );
  app.get(
    '/api/v1/simulations/:id/sheet',
    {
      config: { access: 'rules.simulate' },
      schema: { summary: 'The same as a spreadsheet (xlsx)', params: ById },
    },
    async (request, reply) => {
      const { district, params, call } = request;
      const rows = await simulationLines(district, whoIn(request), params.id, call);
      const title = call.language === 'zh' ? '规则试算' : 'Rules tried';
      return sendSheet(request, reply, { title, columns: simulationColumns, rows });
    },
  );
}
