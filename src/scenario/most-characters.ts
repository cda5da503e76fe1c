/** Characters of a scenario's text: a longer file is no scenario, and no link holds one. */
export const MOST_SCENARIO_CHARACTERS = 1_000_000;
