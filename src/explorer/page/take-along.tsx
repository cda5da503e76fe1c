import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { ScenarioText } from '../desk.ts';
import type { StageView } from '../explore-event.ts';
import type { Staff } from './connect.ts';
import { saveFile } from './save-file.ts';

interface TakeAlongProps {
  readonly staff: Staff;
  readonly scenario: ScenarioText;
  /** The whole answer to the scenario; undefined while there is none. */
  readonly stage: StageView | undefined;
  /** What else can be done with the answer. */
  readonly children?: ComponentChildren;
}

/** Saves scenario, result and report, and copies the page's address. */
export function TakeAlong({ staff, scenario, stage, children }: TakeAlongProps) {
  const [said, setSaid] = useState('');
  const name = scenario.file.replace(/\.ya?ml$/, '');
  const say = (message: string): void => {
    setSaid(message);
    setTimeout(() => setSaid(''), 4000);
  };
  const saveReport = async (): Promise<void> => {
    setSaid('Writing the report …');
    saveFile(`${name}.html`, 'text/html', await staff.studio.report(stage!.result));
    say('The report is saved.');
  };
  const share = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(location.href);
      say('The address of this page, with all its settings, is copied.');
    } catch {
      say('Copy the address of this page: it holds all its settings.');
    }
  };
  return (
    <section class="take-along" aria-label="Take along">
      <button type="button" onClick={() => saveFile(`${name}.yaml`, 'application/yaml', scenario.text)}>
        Save scenario
      </button>
      <button
        type="button"
        disabled={!stage}
        onClick={() =>
          saveFile('result.json', 'application/json', `${JSON.stringify(stage!.result, null, 1)}\n`)
        }
      >
        Save result
      </button>
      <button type="button" disabled={!stage} onClick={() => void saveReport()}>
        Save report
      </button>
      <button type="button" onClick={() => void share()}>
        Copy link
      </button>
      {children}
      <span role="status">{said}</span>
    </section>
  );
}
