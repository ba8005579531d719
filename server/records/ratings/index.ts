/**
 * What those who came say of an event (2.2.4), for its host alone, without a name.
 *
 * May touch: its own tables, and the doors of the activities and the directory. States no fact.
 */
export { forgetAuthors } from './forget-authors.ts';
export { ratingsRoutes } from './routes.ts';
export { authorOf } from './rules/author.ts';
