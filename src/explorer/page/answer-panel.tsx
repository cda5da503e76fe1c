import type { Glance } from '../../report/glance.ts';
import type { Exploration } from './exploration.ts';

/** What the trial comes to: headline, key numbers, and what is worth knowing. */
export function AnswerPanel({ stage, isStale, refusal, warnings }: Exploration) {
  return (
    <section class={`answer${isStale ? ' stale' : ''}`} aria-labelledby="answer">
      <h2 id="answer">Answer</h2>
      <div role="alert">{refusal !== undefined && <p class="refusal">{refusal}</p>}</div>
      {stage && (
        <>
          <p class="headline" aria-live={stage.isLast ? 'polite' : 'off'}>
            {stage.sentences[0]}
          </p>
          {stage.glances.length > 0 && <GlanceList glances={stage.glances} />}
        </>
      )}
      <p class="note">
        These are consequences of stated assumptions, not findings about patients. Not for patient care.
        Nothing is sent anywhere.
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
        <details class="warnings">
          <summary>Worth knowing ({warnings.length})</summary>
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

/** The numbers asked for first. */
function GlanceList({ glances }: { glances: readonly Glance[] }) {
  return (
    <dl class="glance">
      {glances.map(({ question, value, note }) => (
        <div key={question}>
          <dt>{question}</dt>
          <dd>
            <strong>{value}</strong>
            {note !== '' && <span>{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
