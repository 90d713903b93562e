import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

/** The project's own folder: commands run there. */
export const ROOT = join(__dirname, '../..');

const PROGRAM = join(ROOT, 'bin/pactcheck.js');

/** What a command ended with. */
export interface Ended {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

const started = (words: readonly string[]): ChildProcess =>
  spawn(process.execPath, [PROGRAM, ...words], { cwd: ROOT, env: { ...process.env, NO_COLOR: '1' } });

/** Runs `pactcheck` with these words, as a person would, to its end. */
export function pactcheck(...words: readonly string[]): Promise<Ended> {
  const child = started(words);
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  return new Promise((settle) => child.on('close', (code) => settle({ exitCode: code ?? 1, stdout, stderr })));
}

/** A service that was started, and how to end it. */
export interface Served {
  readonly url: string;
  readonly statesUrl: string;
  readonly end: () => Promise<void>;
}

/** Starts `pactcheck serve` with these words, and waits until it says where it answers. */
export function serve(...words: readonly string[]): Promise<Served> {
  const child = started(['serve', ...words, '--json']);
  const ended = new Promise<void>((settle) => child.on('close', () => settle()));
  const end = (): Promise<void> => {
    child.kill('SIGINT');
    return ended;
  };
  return new Promise((settle, fail) => {
    let printed = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.endsWith('\n')) settle({ ...(JSON.parse(printed) as Omit<Served, 'end'>), end });
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
    ended.then(() => fail(new Error(`the service did not start: ${printed}`)));
  });
}
