import { useEffect, useMemo, useState } from 'preact/hooks';
import { isAimResult } from '../../engine/aim-result.ts';
import type { RunResult } from '../../engine/result.ts';
import { AnswerPanel } from './answer-panel.tsx';
import { ChartList } from './chart-list.tsx';
import { ComparisonPanel } from './comparison-panel.tsx';
import type { Exploration } from './exploration.ts';
import { FormPanel } from './form-panel.tsx';
import { shippedScenario } from './open-link.ts';
import type { PageScenario, PageState } from './page-state.ts';
import { ProblemList } from './problem-list.tsx';
import { Pulse } from './pulse.tsx';
import { ScenarioPicker } from './scenario-picker.tsx';
import { SlidersPanel } from './sliders-panel.tsx';
import { TakeAlong } from './take-along.tsx';
import { useComparison } from './use-comparison.ts';
import { useControls } from './use-controls.ts';
import { useExploration } from './use-exploration.ts';
import type { KeptState } from './use-page-state.ts';
import { usePictures } from './use-pictures.ts';
import { usePlotWidth } from './use-plot-width.ts';
import type { Office } from './use-staff.ts';
import { YamlEditor } from './yaml-editor.tsx';

/** How the two settings are called that are compared. */
const KEPT = 'kept';
const NOW = 'now';

interface ExploreViewProps {
  readonly office: Office;
  readonly state: PageState;
  readonly change: KeptState['change'];
}

/** The result of a whole run of this text, if it makes claims. */
function wholeResult({ stage, text }: Exploration, scenario: PageScenario): RunResult | undefined {
  return stage?.isLast && text === scenario.text && !isAimResult(stage.result) ? stage.result : undefined;
}

/** A scenario to change, and what the trial comes to. */
export function ExploreView({ office: { staff, shipped }, state, change }: ExploreViewProps) {
  const { scenario, kept } = state;
  const [place, goTo] = useState<{ line: number; column: number }>();
  // A kept setting that came by a link runs first
  const inHand = kept && !kept.result ? kept.scenario : scenario;
  const exploration = useExploration(staff, inHand);
  const plotWidth = usePlotWidth();
  const pictures = usePictures(staff, exploration.stage?.result, plotWidth);
  const { sliders, fields } = useControls(staff, scenario.text);
  const whole = wholeResult(exploration, inHand);

  useEffect(() => {
    if (!whole) return;
    change((before) =>
      before.kept && !before.kept.result && before.kept.scenario.text === inHand.text
        ? { ...before, kept: { ...before.kept, result: whole } }
        : before,
    );
  }, [whole]);
  const keptResult = useMemo(() => kept?.result && { name: KEPT, result: kept.result }, [kept?.result]);
  const nowResult = useMemo(
    () => (keptResult && whole ? { name: NOW, result: whole } : undefined),
    [keptResult, whole],
  );
  const comparison = useComparison(staff, keptResult, nowResult, plotWidth);

  const setText = (text: string): void =>
    change((before) => ({ ...before, scenario: { ...before.scenario, text } }));
  const edit = (editText: (text: string) => Promise<string>): void =>
    change(async (before) => ({
      ...before,
      scenario: { ...before.scenario, text: await editText(before.scenario.text) },
    }));
  return (
    <>
      <Pulse exploration={exploration} />
      <div class="desk">
        <div class="outcome">
          <AnswerPanel {...exploration} />
          <TakeAlong
            staff={staff}
            scenario={scenario}
            stage={
              exploration.stage?.isLast && exploration.text === scenario.text ? exploration.stage : undefined
            }
          >
            {whole && !kept && (
              <button
                type="button"
                onClick={() => change((before) => ({ ...before, kept: { scenario, result: whole } }))}
              >
                Keep to compare
              </button>
            )}
          </TakeAlong>
        </div>
        <section class="input" aria-labelledby="input">
          <h2 id="input">Scenario</h2>
          <ScenarioPicker
            names={Object.keys(shipped.scenarios)}
            name={scenario.name}
            isChanged={scenario.name !== undefined && scenario.text !== shipped.scenarios[scenario.name]}
            onPick={(name) => change((before) => ({ ...before, scenario: shippedScenario(shipped, name) }))}
            onFile={(file) =>
              void file
                .text()
                .then((text) => change((before) => ({ ...before, scenario: { file: file.name, text } })))
            }
          />
          <ProblemList problems={exploration.problems} onGo={goTo} />
          <SlidersPanel
            sliders={sliders}
            onMove={(id, value) => edit((text) => staff.desk.moveSlider(text, id, value))}
          />
          <details>
            <summary>Every value as a form</summary>
            <FormPanel
              fields={fields}
              problems={exploration.problems}
              onField={(path, value) => edit((text) => staff.desk.setAll(text, [[path, value]]))}
            />
          </details>
          <YamlEditor
            text={scenario.text}
            place={place}
            isWrong={exploration.problems.length > 0}
            onText={setText}
          />
        </section>
        <div class="pictures">
          {kept && (
            <ComparisonPanel
              comparison={comparison}
              names={[KEPT, NOW]}
              onForget={() => change(({ kept: _, ...rest }) => rest)}
            />
          )}
          <ChartList pictures={pictures} />
        </div>
      </div>
    </>
  );
}
