import { Type } from 'typebox';
import { whoIn } from '../../directory/index.ts';
import { type App, etagOf, versionIn } from '../../platform/index.ts';
import { everyRow, sendSheet } from '../../platform/sheets/index.ts';
import { decideProposal } from './actions/decide-proposal.ts';
import { replaceTopics } from './actions/list-topics.ts';
import { proposeTopic, withdrawProposal } from './actions/propose-topic.ts';
import { reportTopics } from './actions/report-topics.ts';
import { showTopics } from './actions/show-topics.ts';
import { tickTalked } from './actions/tick-talked.ts';
import { wantTopic } from './actions/want-topic.ts';
import { wantedColumns } from './rules/wanted-columns.ts';
import {
  ById,
  ByProposal,
  ByTopic,
  DecideProposal,
  ListTopics,
  ProposeTopic,
  TalkedAbout,
  TopicList,
  WantedTopicsPage,
  WantedTopicsQuery,
  WantedTopicsSheetQuery,
} from './shapes.ts';

export async function topicsRoutes(app: App): Promise<void> {
  app.get(
    '/api/v1/activities/:id/topics',
    {
      config: { access: 'signed-in' },
      schema: {
        summary: 'What may be talked about at a salon, and how many want it',
        params: ById,
        response: { 200: TopicList },
      },
    },
    async (request, reply) => {
      const { district, params, call } = request;
      const list = await showTopics(district, whoIn(request), params.id, call);
      return reply.header('etag', etagOf(list.version)).send(list);
    },
  );
  familyRoutes(app);
  hostRoutes(app);
  reportRoutes(app);
}

function reportRoutes(app: App): void {
  app.get(
    '/api/v1/wanted-topics',
    {
      config: { access: 'activities.read' },
      schema: {
        summary: 'What families care about: topics of the hosts in reach in a school year, counted',
        querystring: WantedTopicsQuery,
        response: { 200: WantedTopicsPage },
      },
    },
    (request) => reportTopics(request.district, whoIn(request), request.query, request.call),
  );
  app.get(
    '/api/v1/wanted-topics/sheet',
    {
      config: { access: 'activities.read' },
      schema: {
        summary: 'The same as a spreadsheet (xlsx)',
        querystring: WantedTopicsSheetQuery,
      },
    },
    async (request, reply) => {
      const { district, query, call } = request;
      const rows = await everyRow((page) =>
        reportTopics(district, whoIn(request), { ...query, ...page }, call),
      );
      const title = call.language === 'zh' ? '家长想聊的话题' : 'Topics families want';
      return sendSheet(request, reply, { title, columns: wantedColumns, rows });
    },
  );
}

function familyRoutes(app: App): void {
  app.put(
    '/api/v1/activities/:id/topics/:topic_id/wish',
    {
      config: { access: 'activities.sign-up' },
      schema: { summary: 'I want this topic', params: ByTopic },
    },
    async (request, reply) => {
      const { district, params, call } = request;
      const asked = { salon: params.id, topic: params.topic_id, wants: true };
      await wantTopic(district, whoIn(request), asked, call);
      return reply.code(204).send();
    },
  );
  app.delete(
    '/api/v1/activities/:id/topics/:topic_id/wish',
    {
      config: { access: 'activities.sign-up' },
      schema: { summary: 'I do not want it any more', params: ByTopic },
    },
    async (request, reply) => {
      const { district, params, call } = request;
      const asked = { salon: params.id, topic: params.topic_id, wants: false };
      await wantTopic(district, whoIn(request), asked, call);
      return reply.code(204).send();
    },
  );
  app.post(
    '/api/v1/activities/:id/topic-proposals',
    {
      config: { access: 'activities.sign-up' },
      schema: {
        summary: 'Propose a topic to the host, in one’s own words',
        params: ById,
        body: ProposeTopic,
        response: { 201: Type.Object({ id: Type.String() }, { title: 'TopicProposed' }) },
      },
    },
    async (request, reply) => {
      const { district, params, body, call } = request;
      const asked = { salon: params.id, text: body.text };
      return reply.code(201).send(await proposeTopic(district, whoIn(request), asked, call));
    },
  );
  app.delete(
    '/api/v1/activities/:id/topic-proposals/:proposal_id',
    {
      config: { access: 'activities.sign-up' },
      schema: { summary: 'Take one’s open proposal back', params: ByProposal },
    },
    async (request, reply) => {
      const { district, params, call } = request;
      const asked = { salon: params.id, proposal: params.proposal_id };
      await withdrawProposal(district, whoIn(request), asked, call);
      return reply.code(204).send();
    },
  );
}

function hostRoutes(app: App): void {
  app.put(
    '/api/v1/activities/:id/topics',
    {
      config: { access: 'activities.arrange' },
      schema: {
        summary: 'List these topics, in this order (If-Match: the list’s version)',
        params: ById,
        body: ListTopics,
      },
    },
    async (request, reply) => {
      const { district, params, body, call } = request;
      const version = versionIn(request.headers['if-match']);
      const asked = { ...body, salon: params.id, version };
      await replaceTopics(district, whoIn(request), asked, call);
      return reply.code(204).send();
    },
  );
  app.put(
    '/api/v1/activities/:id/topic-proposals/:proposal_id/decision',
    {
      config: { access: 'activities.arrange' },
      schema: {
        summary: 'Put a family’s proposal on the list, or leave it off with a reason',
        params: ByProposal,
        body: DecideProposal,
      },
    },
    async (request, reply) => {
      const { district, params, body, call } = request;
      const asked = { ...body, salon: params.id, proposal: params.proposal_id };
      await decideProposal(district, whoIn(request), asked, call);
      return reply.code(204).send();
    },
  );
  app.put(
    '/api/v1/activities/:id/topics-talked',
    {
      config: { access: 'activities.arrange' },
      schema: {
        summary: 'These were really talked about, the others were not',
        params: ById,
        body: TalkedAbout,
      },
    },
    async (request, reply) => {
      const { district, params, body, call } = request;
      const asked = { salon: params.id, topics: body.topic_ids };
      await tickTalked(district, whoIn(request), asked, call);
      return reply.code(204).send();
    },
  );
}
