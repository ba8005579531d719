/**
 * The spine: one append-only, ordered log of what happened.
 *
 * Records state facts here in their own transactions; counters follow the log by place. May touch: its own
 * tables (stated_facts, facts, log_places) and the platform. Knows no kind of fact by name.
 */
export { factsHoldings } from './about-person.ts';
export type { CountedFact, Fact, FactAttributes, FactStatement } from './fact.ts';
export { type Counter, followLog, inStep } from './follow-log.ts';
export { placeStatedFacts } from './place-stated-facts.ts';
export { restateFacts } from './restate-facts.ts';
export { hasStated, reverseFacts, standsFact } from './reverse-facts.ts';
export { type Spine, settle, startSpine } from './spine.ts';
export { stateFacts } from './state-facts.ts';
export { stateSelectedFacts } from './state-selected-facts.ts';
export {
  factsUpTo,
  listFactsAt,
  listFactsById,
  listFactsOf,
  listFactsOfKinds,
  placeOf,
  reasonsOfReversals,
  reversalsOf,
  takePlace,
} from './store.ts';
export {
  DEED_ENDS,
  type PackedDeeds,
  streamDeeds,
  unpackDeed,
} from './stream-deeds.ts';
