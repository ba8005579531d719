export const proposalStates = ['open', 'accepted', 'declined', 'withdrawn'] as const;
/** Only an open proposal changes: the host accepts or declines it, its proposer withdraws it. */
export type ProposalState = (typeof proposalStates)[number];
