import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ScenarioText } from '../desk.ts';
import type { StageView } from '../explore-event.ts';
import { messageOf } from '../message-of.ts';
import type { Staff } from './connect.ts';
import { saveFile } from './save-file.ts';

interface TakeAlongProps {
  readonly staff: Staff;
  readonly scenario: ScenarioText;
  /** The whole answer to the scenario; undefined while there is none. */
  readonly stage: StageView | undefined;
  /** The address of the page as it is now. */
  link(): Promise<string>;
  /** What else can be done with the answer. */
  readonly children?: ComponentChildren;
}

const WRITING = 'Writing the report …';
/** What was done is said for so long. */
const SAID_MS = 6000;

/** Copies an address; what to say of it. */
async function copyLink(address: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(address);
    return 'The address of this page, with all its settings, is copied.';
  } catch {
    return 'Copy the address of this page: it holds all its settings.';
  }
}

/** Saves scenario, result and report, and copies the page's address. */
export function TakeAlong({ staff, scenario, stage, link, children }: TakeAlongProps) {
  const [said, setSaid] = useState('');
  const name = scenario.file.replace(/\.ya?ml$/, '');
  useEffect(() => {
    if (said === '' || said === WRITING) return;
    const timer = setTimeout(() => setSaid(''), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const saveReport = async (): Promise<void> => {
    setSaid(WRITING);
    try {
      saveFile(`${name}.html`, 'text/html', await staff.studio.report(stage!.result));
      setSaid('The report is saved.');
    } catch (error) {
      setSaid(messageOf(error));
    }
  };
  const share = async (): Promise<void> => {
    try {
      setSaid(await copyLink(await link()));
    } catch (error) {
      setSaid(messageOf(error));
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
