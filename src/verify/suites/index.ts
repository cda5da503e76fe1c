import { alphaBetaPrecision } from './alpha-beta-precision.ts';
import { burden } from './burden.ts';
import { closedForms } from './closed-forms.ts';
import { doseFinding } from './dose-finding.ts';
import { negativeControls } from './negative-controls.ts';
import { publishedTables } from './published-tables.ts';
import { radiobiology } from './radiobiology.ts';
import { realTrials } from './real-trials.ts';
import { simulatedLadders } from './simulated-ladders.ts';
import { simulatedTrials } from './simulated-trials.ts';
import { trialValues } from './trial-values.ts';

/** Every suite by the name that `isoeffect verify --suite` takes. */
export const suites = {
  radiobiology,
  trialValues,
  closedForms,
  publishedTables,
  realTrials,
  alphaBetaPrecision,
  doseFinding,
  burden,
  simulatedTrials,
  simulatedLadders,
  negativeControls,
};
