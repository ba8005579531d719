/**
 * The simulator (2.4.1): a change of point rules or certificates, tried on the real facts before it is published. Who
 * gains, who loses, and how far groups stand apart.
 *
 * May touch: its own table; the plan; and the doors of facts, points, certificates, reliefs and the directory, from which
 * it reads the whole district. Changes nothing there.
 */
export { simulationRoutes } from './routes.ts';
export { type Simulated, simulate } from './simulate.ts';
