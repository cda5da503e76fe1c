import type { Scenario } from '../scenario/scenario-schema.ts';

/** Scenarios of which a thread keeps what it made. */
const KEPT = 4;

/** Remembers what `create` made of the last few scenarios, told apart by what they say and not by identity. */
export function createScenarioMemory<T>(create: (scenario: Scenario) => T): (scenario: Scenario) => T {
  const memory = new Map<string, T>();
  return (scenario) => {
    const key = JSON.stringify(scenario);
    const found = memory.get(key) ?? create(scenario);
    memory.delete(key);
    memory.set(key, found);
    if (memory.size > KEPT) memory.delete(memory.keys().next().value!);
    return found;
  };
}
