import type { LadderMethod } from './ladder-method.ts';
import type { LadderState } from './ladder-state.ts';

/** A method that must not decide while a patient may still come to a toxicity. */
export function requireComplete(method: LadderMethod): LadderMethod {
  const checked = (state: LadderState): LadderState => {
    const { length } = state.watched;
    if (length > 0)
      throw new RangeError(`invalid watched: ${length} patients (must be none: the method waits)`);
    return state;
  };
  return {
    ...method,
    decide: (state) => method.decide(checked(state)),
    recommend: (state) => method.recommend(checked(state)),
  };
}
