import { join } from 'node:path';
import { MessageChannel, type MessagePort, receiveMessageOnPort, SHARE_ENV, Worker } from 'node:worker_threads';
import { endAll, type Left } from '../../cleanup';
import type { GlobalOptions } from '../context';
import { EXIT_CODES, SIGNALS, type Signal, UNPROVEN } from '../exit-codes';
import { ask, terminals } from '../host';
import type { End } from './ends';
import type { FromThread, ToThread } from './messages';

/** How long a command that is interrupted may take to tell what it knows, in milliseconds. */
const GRACE = 1200;

/** How long a thread that is to end is waited for, in milliseconds: a native call cannot be stopped. */
const PATIENCE = 300;

/**
 * The same for a thread that came to its end: on a busy machine that takes a while, and whoever waits for the exit code must
 * not be told of a signal that nobody sent.
 */
const PATIENCE_AT_END = 10_000;

/** Ends this process by a signal, as if nothing had caught it. */
function die(signal: Signal): void {
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}

/** Waits for work, but no longer than a time. @returns whether it was done by then. */
async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((settle) => {
    timer = setTimeout(() => settle(false), ms);
  });
  const isDone = await Promise.race([work.then(() => true), late]);
  clearTimeout(timer);
  return isDone;
}

/** The built thread: its source is not run. */
const THREAD = join(__dirname, 'thread.js');

/** Loaded where there is something to report: it needs what reports need. */
const reporting = (): typeof import('./report-end') => require('./report-end');

/** A command in its thread, watched from outside: it is ended whatever it does, and leaves nothing behind. */
class Supervised {
  private readonly left = new Map<string, Left>();
  private readonly worker: Worker;
  private readonly port: MessagePort;
  private options: GlobalOptions | undefined;
  private hasSpoken = false;
  private interruptedBy: Signal | undefined;
  /** Why the thread ended; an error that nobody caught is why it exits, too. */
  private end: End | undefined;
  private resolve: (exitCode: number) => void = () => undefined;
  /** Whether it is known what the command came to. */
  private isOver = false;
  /** Whether the command came to its end. */
  private isDone = false;

  constructor(private readonly words: readonly string[]) {
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    this.worker = new Worker(THREAD, { stdout: true, env: SHARE_ENV });
    this.worker.postMessage({ order: { words, isTerminal: terminals() }, port: port2 }, [port2]);
    // What parsers and state handlers print is none of the report.
    this.worker.stdout.pipe(process.stderr, { end: false });
    port1.on('message', (message: FromThread) => this.hear(message));
    this.worker.once('error', (error) => this.failed(error));
    this.worker.once('exit', () => this.ended());
  }

  /** @returns the exit code, once nothing is left of the command. */
  async run(): Promise<number> {
    for (const signal of SIGNALS) process.on(signal, () => this.interrupt(signal));
    const exitCode = await new Promise<number>((settle) => {
      this.resolve = settle;
    });
    const patience = this.interruptedBy === undefined ? PATIENCE_AT_END : PATIENCE;
    const isEnded = await within(patience, this.worker.terminate());
    this.tidy();
    if (!isEnded) die(this.interruptedBy ?? 'SIGTERM');
    return exitCode;
  }

  /** Leaves nothing behind: no child, no temporary folder, and no file that is written by half. */
  private tidy(): void {
    endAll(this.left.values());
    if (this.isDone) return;
    const { settleUnfinished } = require('../../app/files/journal') as typeof import('../../app/files/journal');
    const { leaveQueue } = require('../../app/files/turn') as typeof import('../../app/files/turn');
    try {
      settleUnfinished(process.cwd(), true);
      leaveQueue(process.cwd());
    } catch {
      // The next run says what is wrong there.
    }
  }

  private settle(exitCode: number): void {
    this.isOver = true;
    this.resolve(exitCode);
  }

  private hear(message: FromThread): void {
    if (message.kind === 'left') this.note(message.left, message.isThere);
    if (message.kind === 'called') this.options = message.options;
    if (message.kind === 'spoke') this.hasSpoken = true;
    if (message.kind === 'unread') this.settle(UNPROVEN);
    if (message.kind === 'question') this.answer(message.question);
    if (message.kind === 'idle') this.end ??= { kind: 'never settles' };
    if (message.kind === 'exit') this.end ??= message;
    if (message.kind === 'done') {
      this.isDone = true;
      this.settle(this.codeOf(message.exitCode));
    }
  }

  private say(message: ToThread): void {
    this.port.postMessage(message);
  }

  private note(left: Left, isThere: boolean): void {
    const key = JSON.stringify(left);
    if (isThere) this.left.set(key, left);
    else this.left.delete(key);
  }

  private async answer(question: string): Promise<void> {
    this.say({ kind: 'answer', answer: await ask(question) });
  }

  private codeOf(exitCode: number): number {
    return this.interruptedBy === undefined ? exitCode : EXIT_CODES[this.interruptedBy];
  }

  /** The first signal lets the command tell what it knows; the second one ends all at once. */
  private interrupt(signal: Signal): void {
    if (this.interruptedBy !== undefined) {
      this.tidy();
      die(signal);
      return;
    }
    this.interruptedBy = signal;
    this.say({ kind: 'interrupt' });
    setTimeout(() => this.giveUp(signal), GRACE);
  }

  /** The command computes, or waits for something, and cannot tell what it knows. */
  private async giveUp(signal: Signal): Promise<void> {
    await within(PATIENCE, this.worker.terminate());
    await reporting().reportInterrupted(signal, this.words, this.hasSpoken ? undefined : this.options);
    this.settle(EXIT_CODES[signal]);
  }

  private failed(error: Error): void {
    this.end = { kind: 'error', error };
    this.ended();
  }

  /** The thread has ended; that it came to its end was told before, or is not so. */
  private ended(): void {
    // What it said last may not have been heard yet.
    for (let last = receiveMessageOnPort(this.port); last !== undefined; last = receiveMessageOnPort(this.port))
      this.hear(last.message as FromThread);
    if (this.isOver) return;
    if (this.interruptedBy === undefined) reporting().reportEnd(this.end ?? { kind: 'never settles' }, this.words);
    this.settle(this.codeOf(UNPROVEN));
  }
}

/**
 * Runs a command in a thread of its own, so that a signal ends it also while it computes, and so that code of others
 * which ends the process, throws later or never settles is named, and passes nothing.
 * @returns the exit code, once no child and no temporary folder is left.
 */
export const supervise = (words: readonly string[]): Promise<number> => new Supervised(words).run();
