import { alphaBetaGy } from '../numeric/quantities.ts';
import { anchorSymbols, complicationAnchorSchema } from './anchor-schema.ts';
import { dvhSchema } from './dvh-schema.ts';
import { oddsRatioEquations, oddsRatioSymbols, oddsRatiosSchema } from './odds-ratios.ts';

/** What every model of an organ's dose–volume histogram is told. */
export const organShape = {
  dvh: dvhSchema,
  alphaBetaGy: alphaBetaGy('α/β of the organ in Gy').default(3),
  anchor: complicationAnchorSchema.optional(),
  oddsRatios: oddsRatiosSchema,
};

/** What every such model takes for granted. */
export const organAssumptions: readonly string[] = [
  'the organ’s histogram scales with the prescription: each bin receives its share of every fraction',
  'each bin is converted to EQD2 at the organ’s α/β before the bins are combined',
  'odds ratios act independently and alike in both arms',
];

/** How each bin of the histogram gets its dose, and odds ratios their say. */
export const organEquations = ['D_i = EQD2 "of doses" d·B_i/B_p', ...oddsRatioEquations] as const;

/** Symbols of the parameters of {@link organShape}. */
export const organSymbols = {
  ...anchorSymbols,
  ...oddsRatioSymbols,
  alphaBetaGy: 'α/β',
  'dvh.doseGy': 'B_i',
  'dvh.volume': 'v_i',
  'dvh.prescribedGy': 'B_p',
} as const;
