import { isClaimsResult } from '../../engine/any-result.ts';
import type { StageView } from '../explore-event.ts';
import { AnswerPanel } from './answer-panel.tsx';
import { ChartList } from './chart-list.tsx';
import { ComparisonPanel } from './comparison-panel.tsx';
import { comparisonWords } from './comparison-words.ts';
import type { Exploration } from './exploration.ts';
import type { PageScenario, PageState } from './page-state.ts';
import { Pulse } from './pulse.tsx';
import { ScenarioPanel } from './scenario-panel.tsx';
import { TakeAlong } from './take-along.tsx';
import { useComparison } from './use-comparison.ts';
import { useExploration } from './use-exploration.ts';
import { scenarioInHand, useKeptOutcome } from './use-kept-outcome.ts';
import type { KeptState } from './use-page-state.ts';
import { usePictures } from './use-pictures.ts';
import { usePlotWidth } from './use-plot-width.ts';
import type { Office } from './use-staff.ts';

interface ExploreViewProps extends Pick<KeptState, 'change' | 'link'> {
  readonly office: Office;
  readonly state: PageState;
}

/** The whole answer to this scenario; undefined while there is none. */
function wholeAnswer({ stage, text }: Exploration, scenario: PageScenario): StageView | undefined {
  return stage?.isLast && text === scenario.text ? stage : undefined;
}

/** A scenario to change, and what the trial comes to. */
export function ExploreView({ office: { staff, shipped }, state, change, link }: ExploreViewProps) {
  const { scenario, kept } = state;
  const inHand = scenarioInHand(state);
  const exploration = useExploration(staff, inHand);
  useKeptOutcome(exploration, kept, change);
  const plotWidth = usePlotWidth();
  const pictures = usePictures(staff, exploration.stage?.result, plotWidth);
  const whole = wholeAnswer(exploration, scenario);
  const result = whole && isClaimsResult(whole.result) ? whole.result : undefined;
  const comparison = useComparison(staff, kept?.result, result, plotWidth);
  return (
    <>
      <Pulse exploration={exploration} />
      <div class="desk">
        <div class="outcome">
          <AnswerPanel {...exploration} isStale={exploration.isStale || inHand !== scenario} />
          <TakeAlong staff={staff} scenario={scenario} stage={whole} link={link}>
            {result && !kept && (
              <button
                type="button"
                onClick={() => change((before) => ({ ...before, kept: { scenario, result } }))}
              >
                Keep to compare
              </button>
            )}
          </TakeAlong>
        </div>
        <ScenarioPanel
          staff={staff}
          shipped={shipped}
          scenario={scenario}
          problems={inHand === scenario ? exploration.problems : []}
          change={change}
        />
        <div class="pictures">
          {kept && (
            <ComparisonPanel
              words={comparisonWords(comparison, kept, exploration)}
              comparison={comparison}
              onForget={() => change(({ kept: _, ...rest }) => rest)}
            />
          )}
          <ChartList pictures={pictures} />
        </div>
      </div>
    </>
  );
}
