/**
 * What families want to talk about at a salon (2.2.1(3): what is hot and hard at this school). The host lists topics,
 * families say which they want and propose their own; afterwards stands what was really talked about.
 *
 * May touch: its own tables, the plan's, the directory's, the notices' and the activities' doors.
 */
export { topicsHoldings } from './about-person.ts';
export { copyTopics } from './copy-topics.ts';
export { topicsRoutes } from './routes.ts';
