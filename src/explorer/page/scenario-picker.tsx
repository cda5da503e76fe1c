interface ScenarioPickerProps {
  readonly names: readonly string[];
  /** Undefined where the text is not one that comes with the page. */
  readonly name: string | undefined;
  /** Whether its text is not as it came. */
  readonly isChanged: boolean;
  onPick(name: string): void;
  onFile(file: File): void;
}

/** Chooses a scenario that comes with the page, or a file. */
export function ScenarioPicker({ names, name, isChanged, onPick, onFile }: ScenarioPickerProps) {
  return (
    <div class="picker">
      <label for="scenario">Choose one</label>
      <select id="scenario" value={name ?? ''} onChange={({ currentTarget }) => onPick(currentTarget.value)}>
        {name === undefined && <option value="">(your own)</option>}
        {names.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </select>
      {isChanged && (
        <button type="button" onClick={() => onPick(name!)}>
          Undo all changes
        </button>
      )}
      <label class="file">
        Open a file
        <input
          type="file"
          accept=".yaml,.yml"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) onFile(file);
            currentTarget.value = '';
          }}
        />
      </label>
    </div>
  );
}
