/** HTTP, the same for every module: routes that name their access, refusals, idempotency, OpenAPI. */
export { type Access, requireNamedAccess } from './access-guard.ts';
export { guardAnswers } from './answer-guard.ts';
export { etagOf, hasGot, versionIn } from './etags.ts';
export { type App, createHttpServer, type Routes } from './http-server.ts';
export { documentRoutes, openApiDocument } from './openapi.ts';
export { asOpenApi30 } from './openapi-3.0.ts';
export { decodeCursor, encodeCursor, Page, PageQuery } from './paging.ts';
export { defineRefusal, Refusal, type RefusalField, type RefusalKind } from './refusal.ts';
export * from './refusals.ts';
export { handOverSent, keepSent, type Sent, sendAgain, takesGzip } from './sent-again.ts';
export {
  type After,
  afterIn,
  directionOf,
  pageOf,
  running,
  type Sort,
  SortQuery,
} from './sorting.ts';
