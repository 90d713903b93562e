import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { parentPort } from 'node:worker_threads';

/** Told what a parser does beside its answers, as a sentence. */
export type Heard = (what: string) => void;

/** The functions of node:fs that take a file descriptor and write to it. */
const WRITERS = ['write', 'writeSync', 'writev', 'writevSync', 'writeFile', 'writeFileSync', 'appendFileSync'] as const;

type AnyFunction = (...words: unknown[]) => unknown;

/** What is written to stdout past its stream would stand in the report. Counts as written. */
function keepStdout(hear: Heard): void {
  const library = fs as unknown as Record<string, AnyFunction>;
  for (const name of WRITERS) {
    const original = library[name] as AnyFunction;
    library[name] = (...words) => {
      if (words[0] !== 1) return original(...words);
      hear('it writes to the file descriptor 1, which is not its own');
      const callback = words.at(-1);
      if (typeof callback === 'function') setImmediate(() => (callback as AnyFunction)(null, 0));
      return Buffer.byteLength(String(words[1] ?? ''));
    };
  }
  syncBuiltinESMExports();
}

/** Has a parser's messages to the parent of its thread or process be heard as what they are: none of its answers. */
export function hearForeignTalk(hear: Heard): void {
  const posts = (): boolean => {
    hear('it posts messages to the parent of its thread or process');
    return true;
  };
  if (parentPort !== null) parentPort.postMessage = posts;
  if (process.send !== undefined) process.send = posts;
  keepStdout(hear);
}
