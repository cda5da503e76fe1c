/** What a command said, and its exit code. */
export interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command within this thread and keeps what it says to itself. */
export async function said(command: () => Promise<number>): Promise<Said> {
  const texts = { stdout: '', stderr: '' };
  const streams = ['stdout', 'stderr'] as const;
  const writes = streams.map((name) => process[name].write);
  const { log, error } = console;
  for (const name of streams)
    process[name].write = (text: unknown) => {
      texts[name] += String(text);
      return true;
    };
  console.log = (text: unknown) => {
    texts.stdout += `${text}\n`;
  };
  console.error = (text: unknown) => {
    texts.stderr += `${text}\n`;
  };
  try {
    const code = await command();
    return { code, ...texts };
  } finally {
    streams.forEach((name, i) => {
      process[name].write = writes[i];
    });
    Object.assign(console, { log, error });
  }
}
