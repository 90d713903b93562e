import { type ChildProcess, spawn } from 'node:child_process';
import { ownChild } from '../../cleanup';
import { Failure } from '../../result';
import type { Examination, Job } from '../examination';
import { Examiner } from '../examiner';
import { Plan, type PlanSource } from '../plan';
import { spentOnGroup } from '../processor-time';
import type { Subject, SubjectFacts } from '../subject';
import { Casualty, type Cell, Interrupted } from './chamber';
import { Conversation, MOST_AHEAD } from './conversation';
import { type Mark, newMark } from './descendants';
import { howEnded } from './how-ended';
import { Lanes } from './lanes';

/** A parser in any language, behind a program that answers a JSON line for a JSON line. */
export interface CommandSetup {
  /** As a shell takes it. */
  readonly command: string;
  readonly cwd: string;
  readonly facts: SubjectFacts;
  readonly plan: PlanSource;
  /** How many milliseconds one answer may take. */
  readonly limit: number;
  /** Whether it is shown a plain response first, to know how it answers; it is where nothing is said. */
  readonly isPrimed?: boolean | undefined;
}

/** How long a program is waited for once it is asked nothing more: what measures coverage writes it at the end. */
const PATIENCE = 2000;

/** Ends a program and all that it has started. */
function kill(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    // Its group may outlive it.
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    if (isRunning(child)) child.kill('SIGKILL');
  }
}

/** How long the pipes of a program that has ended are read, in milliseconds: what it started may hold them open. */
const LAST_WORDS = 300;

const isRunning = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null;

function ended(child: ChildProcess): Promise<void> {
  return new Promise((settle) => {
    if (child.pid === undefined || !isRunning(child)) return settle();
    const timer = setTimeout(() => kill(child), PATIENCE);
    child.once('exit', () => {
      clearTimeout(timer);
      settle();
    });
    child.stdin?.end();
  });
}

type Outcome = PromiseSettledResult<Examination>;

/** The program of a parser under test, and the oracles that judge what it answers. */
class CommandCell implements Cell {
  private readonly examiner: Examiner;
  private readonly conversation: Conversation;
  /** What the program says of responses. */
  readonly subject: Subject;
  private noise = '';
  private callsToPrime = 0;
  /**
   * As many cases are under way as questions may be open. Some take one after the other: what they ask next must not wait
   * behind all that could be asked already, or the program would have nothing left to do but them.
   */
  private readonly lanes = new Lanes(MOST_AHEAD);

  constructor(
    private readonly child: ChildProcess,
    { facts, plan, limit }: CommandSetup,
    private readonly mark: Mark,
  ) {
    const spent = spentOnGroup(child.pid);
    const reached = { write: (text: string) => child.stdin?.write(text, 'latin1'), kill: () => this.abandon(), spent };
    this.conversation = new Conversation(reached, limit);
    this.subject = { ...facts, remote: { spent }, read: (testCase) => this.conversation.ask(testCase) };
    this.examiner = new Examiner(this.subject, new Plan(plan));
    this.listen();
  }

  get calls(): number {
    return this.examiner.calls - this.callsToPrime;
  }

  async run(jobs: readonly Job[]): Promise<readonly Examination[]> {
    const outcomes = await this.inTurn(jobs);
    const failures = outcomes.map((outcome) =>
      outcome.status === 'rejected' ? (outcome.reason as unknown) : undefined,
    );
    const index = failures.findIndex((failure) => failure instanceof Casualty);
    const casualty = failures[index];
    if (casualty instanceof Casualty) throw new Casualty(casualty.rule, casualty.message, index);
    const failure = failures.find((other) => other !== undefined && !(other instanceof Interrupted));
    if (failure !== undefined) throw failure;
    return outcomes.map((outcome) => {
      if (outcome.status === 'rejected') throw new Interrupted();
      return outcome.value;
    });
  }

  /** Where a time is measured, the program does nothing else meanwhile. */
  private inTurn(jobs: readonly Job[]): Promise<Outcome[]> {
    const isTimed = jobs.some((job) => this.examiner.isTimed(job));
    return isTimed ? this.oneByOne(jobs) : this.allAtOnce(jobs);
  }

  /** So that the program always has something to do. */
  private allAtOnce(jobs: readonly Job[]): Promise<Outcome[]> {
    return Promise.allSettled(jobs.map((job) => this.lanes.do(() => this.examiner.examine(job))));
  }

  private async oneByOne(jobs: readonly Job[]): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const job of jobs) outcomes.push(...(await this.allAtOnce([job])));
    return outcomes;
  }

  async end(): Promise<void> {
    await ended(this.child);
    this.abandon();
  }

  /** @throws Failure (environment) where the program gives no first answer. */
  async prime(): Promise<void> {
    try {
      await this.examiner.prime();
      this.callsToPrime = this.examiner.calls;
    } catch (error) {
      this.abandon();
      throw new Failure(
        'environment',
        `the parser cannot be started: ${(error as Error).message}`,
        'Run the command on its own: it must answer each JSON line on stdin with one on stdout, without holding it back.',
      );
    }
  }

  /** Ends what the program has left behind, and listens to it no more. */
  private abandon(): void {
    kill(this.child);
    this.mark.end();
    for (const stream of [this.child.stdin, this.child.stdout, this.child.stderr]) stream?.destroy();
  }

  private listen(): void {
    const { child } = this;
    child.stdout?.setEncoding('utf8').on('data', (text: string) => this.conversation.hear(text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.noise = (this.noise + text).slice(-4000);
    });
    // A program that has ended cannot be written to: its end is told by its exit.
    child.stdin?.on('error', () => undefined);
    child.once('error', (error) => this.conversation.end('process-ended', `it cannot be run: ${error.message}`));
    child.once('exit', (code, signal) => {
      setTimeout(() => this.conversation.end('process-ended', howEnded(code, signal, this.noise)), LAST_WORDS).unref();
    });
    child.once('close', (code, signal) => this.conversation.end('process-ended', howEnded(code, signal, this.noise)));
  }
}

/** Starts the program of a parser for whoever asks it. @throws Failure (environment) where it does not answer. */
export async function subjectBehind(setup: CommandSetup): Promise<{ subject: Subject; close: () => Promise<void> }> {
  const cell = await startCommand(setup);
  return { subject: cell.subject, close: () => cell.end() };
}

/** Starts the program of a parser, in a time zone. @throws Failure (environment) where it does not answer. */
export async function startCommand(setup: CommandSetup, zone?: string): Promise<CommandCell> {
  const mark = newMark();
  const env = { ...process.env, ...mark.env, ...(zone === undefined ? {} : { TZ: zone }) };
  const spawned = spawn(setup.command, { cwd: setup.cwd, env, shell: true, detached: true, stdio: 'pipe' });
  const child = ownChild(spawned, { isGroup: true });
  const cell = new CommandCell(child, setup, mark);
  if (setup.isPrimed !== false) await cell.prime();
  return cell;
}
