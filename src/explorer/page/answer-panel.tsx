import type { Exploration } from './exploration.ts';

/** Where the run is, in words. */
const STATES = {
  wrong: 'The answer is of the text before the problems listed beside it.',
  refused: 'The answer is of an earlier text.',
  working: 'Simulating in this browser; nothing is sent anywhere.',
  done: 'Done.',
};

/** What the trial comes to: headline, key numbers, how far the simulation is. */
export function AnswerPanel({ stage, share, isStale, refusal, problems, warnings }: Exploration) {
  const state =
    problems.length > 0 ? 'wrong' : refusal !== undefined ? 'refused' : share < 1 ? 'working' : 'done';
  return (
    <section class={`answer${isStale ? ' stale' : ''}`} data-state={state} aria-labelledby="answer">
      <h2 id="answer">Answer</h2>
      {refusal !== undefined && (
        <p class="refusal" role="alert">
          {refusal}
        </p>
      )}
      {stage && (
        <>
          <p aria-live={stage.isLast ? 'polite' : 'off'}>{stage.sentences[0]}</p>
          {stage.glances.length > 0 && (
            <dl class="glance">
              {stage.glances.map(({ question, value, note }) => (
                <div key={question}>
                  <dt>{question}</dt>
                  <dd>
                    <strong>{value}</strong>
                    {note !== '' && <span>{note}</span>}
                  </dd>
                </div>
              ))}
            </dl>
          )}
          <p class="simulated" id="simulated">
            Simulated: {stage.simulated}
          </p>
        </>
      )}
      <progress max={1} value={share} aria-label="Share of the simulation that is done" />
      <p class="note">
        {STATES[state]} These are consequences of stated assumptions, not findings about patients. Not for
        patient care.
      </p>
      {stage && stage.sentences.length > 1 && (
        <details>
          <summary>More of the answer</summary>
          {stage.sentences.slice(1).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </details>
      )}
      {warnings.length > 0 && (
        <details class="warnings" open>
          <summary>Worth knowing</summary>
          <ul>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
