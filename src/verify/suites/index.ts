import { radiobiology } from './radiobiology.ts';

/** Every suite by the name that `isoeffect verify --suite` takes. */
export const suites = { radiobiology };
