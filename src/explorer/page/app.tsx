import { useEffect, useState } from 'preact/hooks';
import type { ScenarioText } from '../desk.ts';
import { AnswerPanel } from './answer-panel.tsx';
import { ChartList } from './chart-list.tsx';
import { ScenarioPicker } from './scenario-picker.tsx';
import { fetchShipped, type Shipped } from './shipped.ts';
import { useExploration } from './use-exploration.ts';
import { usePictures } from './use-pictures.ts';
import { usePlotWidth } from './use-plot-width.ts';
import { useStaff } from './use-staff.ts';
import { YamlEditor } from './yaml-editor.tsx';

const FIRST_SCENARIO = 'quick-start';

/** The whole page. */
export function App() {
  const [shipped, setShipped] = useState<Shipped>();
  const [scenario, setScenario] = useState<ScenarioText & { name?: string }>();
  const [trouble, setTrouble] = useState<string>();
  const { staff, trouble: staffTrouble } = useStaff(shipped);
  const exploration = useExploration(staff, scenario);
  const pictures = usePictures(staff, exploration.stage?.result, usePlotWidth());

  useEffect(() => {
    fetchShipped().then(
      (found) => {
        setShipped(found);
        pick(found, FIRST_SCENARIO);
      },
      (error: unknown) => setTrouble(String(error)),
    );
  }, []);
  const pick = ({ scenarios }: Shipped, name: string): void =>
    setScenario({ name, file: `${name}.yaml`, text: scenarios[name] });

  return (
    <>
      <header>
        <h1>isoeffect explorer</h1>
        <p>Gy × fractions in, a trial decision out. Everything is computed in this page.</p>
      </header>
      <main>
        {(trouble ?? staffTrouble) !== undefined && <p role="alert">{trouble ?? staffTrouble}</p>}
        {shipped && scenario && (
          <div class="desk">
            <section class="input" aria-labelledby="input">
              <h2 id="input">Scenario</h2>
              <ScenarioPicker
                names={Object.keys(shipped.scenarios)}
                name={scenario.name}
                onPick={(name) => pick(shipped, name)}
                onFile={(file) => void file.text().then((text) => setScenario({ file: file.name, text }))}
              />
              <YamlEditor
                text={scenario.text}
                problems={exploration.problems}
                onText={(text) => setScenario({ ...scenario, text })}
              />
            </section>
            <div class="output">
              <AnswerPanel {...exploration} />
              <ChartList pictures={pictures} />
            </div>
          </div>
        )}
      </main>
    </>
  );
}
