/** The power that funders usually ask for. */
export const USUAL_POWER = 0.8;
