/** Path of an α/β that all patients share. */
export const ALPHA_BETA = 'truth.cohort.heterogeneity.alphaBetaGy';
