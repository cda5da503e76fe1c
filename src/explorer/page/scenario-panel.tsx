import { useState } from 'preact/hooks';
import type { PlacedProblem } from '../explore-event.ts';
import type { Shipped } from '../shipped.ts';
import type { Staff } from './connect.ts';
import { FormPanel } from './form-panel.tsx';
import type { PageScenario } from './page-state.ts';
import { ProblemList } from './problem-list.tsx';
import { ScenarioPicker } from './scenario-picker.tsx';
import { ScenarioQuestion } from './scenario-question.tsx';
import { SlidersPanel } from './sliders-panel.tsx';
import { useControls } from './use-controls.ts';
import { useEdits } from './use-edits.ts';
import type { Change } from './use-page-state.ts';
import { YamlEditor } from './yaml-editor.tsx';

interface ScenarioPanelProps {
  readonly staff: Staff;
  readonly shipped: Shipped;
  readonly scenario: PageScenario;
  readonly problems: readonly PlacedProblem[];
  readonly change: Change;
}

/** The scenario to choose and to change: by sliders, by form, as text. */
export function ScenarioPanel({ staff, shipped, scenario, problems, change }: ScenarioPanelProps) {
  const { name, text } = scenario;
  const [place, goTo] = useState<{ line: number; column: number }>();
  const [hasForm, setForm] = useState(false);
  const { sliders, fields } = useControls(staff, text);
  const edits = useEdits(staff, shipped, change);
  return (
    <section class="input" aria-labelledby="input">
      <h2 id="input">Scenario</h2>
      <ScenarioPicker
        names={Object.keys(shipped.scenarios)}
        name={name}
        isChanged={name !== undefined && text !== shipped.scenarios[name]}
        onPick={edits.pick}
        onFile={edits.openFile}
      />
      <ScenarioQuestion fields={fields} />
      <ProblemList problems={problems} onGo={goTo} />
      <SlidersPanel sliders={sliders} onMove={edits.moveSlider} />
      <details onToggle={({ currentTarget }) => setForm(currentTarget.open)}>
        <summary>Every value as a form</summary>
        {hasForm && <FormPanel fields={fields} problems={problems} onField={edits.setField} />}
      </details>
      <YamlEditor text={text} place={place} isWrong={problems.length > 0} onText={edits.setText} />
    </section>
  );
}
