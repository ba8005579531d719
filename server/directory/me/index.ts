/**
 * What a page must know first: who is signed in, what they may do, whose carer they are.
 *
 * May touch: the directory's tables.
 */
export { meRoutes } from './routes.ts';
