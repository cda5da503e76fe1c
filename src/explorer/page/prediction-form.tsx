import { useState } from 'preact/hooks';
import type { Prediction } from '../lessons/definition.ts';
import { Prose } from './prose.tsx';

interface PredictionFormProps {
  readonly question: string;
  readonly prediction: Prediction;
  /** What was foretold; undefined before. */
  readonly foretold: string | number | undefined;
  onForetell(predicted: string | number): void;
}

/** Asks for a prediction; once it is given it stands. */
export function PredictionForm({ question, prediction, foretold, onForetell }: PredictionFormProps) {
  const [given, setGiven] = useState<string>();
  const isGiven = foretold !== undefined;
  const isFit = given !== undefined && (prediction.kind === 'choice' || isNumberFor(prediction, given));
  return (
    <form
      class="prediction"
      onSubmit={(event) => {
        event.preventDefault();
        if (isFit) onForetell(prediction.kind === 'choice' ? given : Number(given));
      }}
    >
      {prediction.kind === 'choice' ? (
        <fieldset disabled={isGiven}>
          <legend>
            <Prose text={question} />
          </legend>
          {prediction.options.map(({ id, text }) => (
            <label key={id} class="option">
              <input
                type="radio"
                name="prediction"
                value={id}
                checked={(foretold ?? given) === id}
                onChange={() => setGiven(id)}
              />{' '}
              <Prose text={text} />
            </label>
          ))}
        </fieldset>
      ) : (
        <p>
          <label for="prediction">
            <Prose text={question} />
          </label>{' '}
          <input
            id="prediction"
            type="number"
            min={prediction.min}
            max={prediction.max}
            step={prediction.step}
            required
            disabled={isGiven}
            value={foretold ?? given ?? ''}
            aria-describedby="prediction-range"
            onInput={({ currentTarget }) => setGiven(currentTarget.value)}
          />{' '}
          {prediction.unit}{' '}
          <span id="prediction-range" class="note">
            from {prediction.min} to {prediction.max}
          </span>
        </p>
      )}
      {!isGiven && (
        <button type="submit" disabled={!isFit}>
          Show the answer
        </button>
      )}
    </form>
  );
}

const isNumberFor = ({ min, max }: Extract<Prediction, { kind: 'number' }>, given: string): boolean =>
  given.trim() !== '' && Number(given) >= min && Number(given) <= max;
