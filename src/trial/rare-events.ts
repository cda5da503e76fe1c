/** The event probability of a plan without follow-up: rare events, whose probability is in proportion to the hazard. */
export const rareEvents = (hazardFactor: number): number => hazardFactor;
