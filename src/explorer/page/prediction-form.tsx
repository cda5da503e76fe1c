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
  const [typed, setTyped] = useState<string>();
  const isGiven = foretold !== undefined;
  const isFit = typed !== undefined && (prediction.kind === 'choice' || isNumberFor(prediction, typed));
  const asked = { question, isGiven, given: isGiven ? String(foretold) : typed, onGive: setTyped };
  return (
    <form
      class="prediction"
      onSubmit={(event) => {
        event.preventDefault();
        if (isFit) onForetell(prediction.kind === 'choice' ? typed : Number(typed));
      }}
    >
      {prediction.kind === 'choice' ? (
        <ChoiceQuestion {...asked} prediction={prediction} />
      ) : (
        <NumberQuestion {...asked} prediction={prediction} />
      )}
      {!isGiven && (
        <button type="submit" disabled={!isFit}>
          Show the answer
        </button>
      )}
    </form>
  );
}

type PredictionOf<Kind> = Extract<Prediction, { kind: Kind }>;

interface QuestionProps<Kind> extends Pick<PredictionFormProps, 'question'> {
  readonly prediction: PredictionOf<Kind>;
  /** As it stands; undefined while nothing does. */
  readonly given: string | undefined;
  /** Whether it stands for good. */
  readonly isGiven: boolean;
  onGive(given: string): void;
}

function ChoiceQuestion({ question, prediction, given, isGiven, onGive }: QuestionProps<'choice'>) {
  return (
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
            checked={given === id}
            onChange={() => onGive(id)}
          />{' '}
          <Prose text={text} />
        </label>
      ))}
    </fieldset>
  );
}

function NumberQuestion({ question, prediction, given, isGiven, onGive }: QuestionProps<'number'>) {
  const { unit, min, max, step } = prediction;
  return (
    <p>
      <label for="prediction">
        <Prose text={question} />
      </label>{' '}
      <input
        id="prediction"
        type="number"
        min={min}
        max={max}
        step={step}
        required
        disabled={isGiven}
        value={given ?? ''}
        aria-describedby="prediction-range"
        onInput={({ currentTarget }) => onGive(currentTarget.value)}
      />{' '}
      {unit}{' '}
      <span id="prediction-range" class="note">
        from {min} to {max}
      </span>
    </p>
  );
}

const isNumberFor = ({ min, max }: PredictionOf<'number'>, given: string): boolean =>
  given.trim() !== '' && Number(given) >= min && Number(given) <= max;
