import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { ownChild } from '../../cleanup';
import { stringifyJson } from '../../contract';
import { Failure } from '../../result';
import type { Program } from '../replay/program';
import { DONE, type StateAction, type StateKeeper, type StateOutcome } from './keeper';
import type { Around, Question, Reply } from './messages';

/** Handlers that lie in modules. */
export interface ModuleStates {
  /** What runs `runHandlersProgram`. */
  readonly program: Program;
  readonly files: readonly string[];
  readonly cwd: string;
  readonly around: Around;
  /** How long one handler, and loading the modules, may take. */
  readonly timeoutMs: number;
}

/** A keeper that must be closed. */
export interface ClosableKeeper extends StateKeeper {
  /** @throws Failure where a handler threw after all was done. */
  readonly close: () => Promise<void>;
}

/** How long the process may take to end once it is asked to, and what it started with it. */
const PATIENCE = 500;

/** Ends a process and all that it has started. */
function kill({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    // What it started may outlive it, in its group.
    process.kill(-pid, 'SIGKILL');
  } catch {
    if (exitCode === null && signalCode === null) process.kill(pid, 'SIGKILL');
  }
}

type Ended = { readonly kind: 'ended'; readonly how: string } | { readonly kind: 'slow' };

/** One process with the handlers: what it is asked, it answers, or it ends. */
class HandlersProcess {
  private readonly key = randomBytes(16).toString('hex');
  private readonly child: ChildProcess;
  private waiting: ((reply: Reply | Ended) => void) | undefined;
  private ended: Ended | undefined;
  /** What handlers threw after they had ended. */
  readonly late: (Reply & { kind: 'late' })[] = [];

  constructor(private readonly states: ModuleStates) {
    const { file, words } = states.program;
    // What handlers print is none of the report.
    const child = fork(file, [...words, this.key], { detached: true, stdio: ['ignore', 2, 2, 'ipc'] });
    this.child = ownChild(child, { isGroup: true });
    child.on('message', (reply) => this.hear(reply as Reply));
    child.once('exit', (code, signal) => this.end(`it ended the process with ${signal ?? `exit code ${code}`}`));
    child.once('error', (error) => this.end(`its process cannot be started: ${error.message}`));
    child.once('disconnect', () => setTimeout(() => this.end('it closed the channel of its process'), 50).unref());
  }

  get isOver(): boolean {
    return this.ended !== undefined;
  }

  ask(question: Question): Promise<Reply | Ended> {
    if (this.ended !== undefined) return Promise.resolve(this.ended);
    return new Promise((settle) => {
      const timer = setTimeout(() => {
        this.ended = { kind: 'slow' };
        kill(this.child);
        this.answer({ kind: 'slow' });
      }, this.states.timeoutMs);
      this.waiting = (reply) => {
        clearTimeout(timer);
        settle(reply);
      };
      this.child.send(question, () => undefined);
    });
  }

  async close(): Promise<void> {
    if (this.ended === undefined)
      await new Promise<void>((settle) => {
        const timer = setTimeout(settle, PATIENCE);
        this.child.once('exit', () => {
          clearTimeout(timer);
          settle();
        });
        this.child.disconnect();
      });
    kill(this.child);
  }

  private hear(reply: Reply): void {
    // Anything else was sent by a handler.
    if (reply?.key !== this.key) return;
    if (reply.kind === 'late') this.late.push(reply);
    else this.answer(reply);
  }

  private end(how: string): void {
    this.ended ??= { kind: 'ended', how };
    kill(this.child);
    this.answer(this.ended);
  }

  private answer(reply: Reply | Ended): void {
    const { waiting } = this;
    this.waiting = undefined;
    waiting?.(reply);
  }
}

/** States set up by handlers in a process of their own, which is started again where a handler ends or blocks it. */
class ModuleKeeper {
  private process: HandlersProcess | undefined;

  constructor(private readonly states: ModuleStates) {}

  /** @throws Failure where the modules cannot be loaded, or export no handlers. */
  async open(): Promise<HandlersProcess> {
    if (this.process?.isOver === false) return this.process;
    const { files, cwd, around, timeoutMs } = this.states;
    const started = new HandlersProcess(this.states);
    this.process = started;
    const reply = await started.ask({ kind: 'load', files, cwd, around });
    if (reply.kind === 'loaded') return started;
    await started.close();
    if (reply.kind === 'unusable') throw new Failure('usage', reply.message, reply.next);
    const why = reply.kind === 'ended' ? reply.how : `it was not loaded within ${timeoutMs / 1000} s`;
    throw new Failure('environment', `${files.join(', ')} cannot be used: ${why}`, 'Load it on its own to see why.');
  }

  async change(state: string, params: string, action: StateAction): Promise<StateOutcome> {
    const what = `the ${action} of the state '${state}'`;
    const failed = (message: string): StateOutcome => ({ kind: 'failed', message });
    try {
      const opened = await this.open();
      const reply = await opened.ask({ kind: 'change', state, params, action });
      const late = opened.late.shift();
      if (reply.kind === 'slow')
        return failed(`${what} did not end within ${this.states.timeoutMs / 1000} s, and was ended`);
      if (reply.kind === 'ended') return failed(`${what} failed: ${reply.how}`);
      if (late !== undefined)
        return failed(`the ${late.action} of the state '${late.state}' threw later: ${late.message}`);
      return reply.kind === 'changed' ? (JSON.parse(reply.outcome) as StateOutcome) : DONE;
    } catch (error) {
      return failed(`${what} failed: ${(error as Error).message}`);
    }
  }

  async close(): Promise<void> {
    await this.process?.close();
    const late = this.process?.late.shift();
    if (late !== undefined)
      throw new Failure(
        'environment',
        `the ${late.action} of the state '${late.state}' threw after all was done: ${late.message}`,
        'Wait for all that a handler begins, and catch its errors.',
      );
  }
}

/**
 * States set up by handlers of modules, in a process of their own: a handler that ends it, blocks it or throws later is
 * told by name, and the run goes on.
 * @throws Failure where the modules cannot be loaded, or export no handlers.
 */
export async function statesByModule(states: ModuleStates): Promise<ClosableKeeper> {
  const keeper = new ModuleKeeper(states);
  await keeper.open();
  const change: StateKeeper = (state, params, action) => keeper.change(state, stringifyJson(params), action);
  return Object.assign(change, { close: () => keeper.close() });
}
