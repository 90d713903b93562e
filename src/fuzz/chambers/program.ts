import { type MessagePort, parentPort } from 'node:worker_threads';
import { Failure } from '../../result';
import type { Examination, Job } from '../examination';
import { Examiner } from '../examiner';
import { adapted } from '../parsers';
import { Plan } from '../plan';
import { threadHere } from '../processor-time';
import { type Read, readingWith, type Subject } from '../subject';
import { Escapes } from './escapes';
import { hearForeignTalk } from './foreign-talk';
import { MOST_OUTSIDE, type Order, PROGRESS, type ProgramSetup, type Report } from './messages';

/** Loads an export, by `file.ts#export` and the folder that it is relative to. */
export type LoadExport = (reference: string, cwd: string) => Promise<unknown>;

/** Does something to a parser by the plain data that it is handed: as an audit, which plants mistakes. */
export type Decorate = (read: Read, decoration: unknown) => Read;

/** `onCall` is told of each call of the parser, before it. */
async function examinerFor(
  setup: ProgramSetup,
  load: LoadExport,
  onCall: () => void,
  decorate?: Decorate,
): Promise<Examiner> {
  const plan = new Plan(setup.plan);
  const { rejectsWith: declared, model } = setup.facts;
  const sample = plan.plain?.body === undefined ? undefined : { body: plan.plain.body, model };
  const known = { reference: setup.parser, rejectsWith: declared, sample };
  const { parse, refusals } = adapted(await load(setup.parser, setup.cwd), known);
  const toWire = setup.toWire === undefined ? undefined : await load(setup.toWire, setup.cwd);
  if (toWire !== undefined && typeof toWire !== 'function')
    throw new Failure('usage', `${setup.toWire} is no function`, 'Name an export that takes a parsed value.');
  const rejectsWith = [...refusals, ...declared];
  const read = readingWith(parse, setup.limit);
  const watched: Read = (testCase, response) => {
    onCall();
    return read(testCase, response);
  };
  const subject: Subject = {
    ...setup.facts,
    rejectsWith,
    read: decorate === undefined ? watched : decorate(watched, setup.decoration),
    toWire: toWire as ((value: unknown) => unknown) | undefined,
  };
  const examiner = new Examiner(subject, plan);
  if (setup.isPrimed !== false) await examiner.prime();
  return examiner;
}

/** Milliseconds between two looks at the memory: each costs some microseconds. */
const LOOK_EVERY = 20;

/** Milliseconds between signs of life to whoever does not share memory. */
const SIGN_EVERY = 100;

/** Cases of a run share the time that is waited for them; one alone says whether it is worth it. */
const isPatient = (job: Job): boolean => typeof job === 'number' || job.isPatient === true;

/** Loads each export once, however often it is asked for. */
function onlyOnce(load: LoadExport): LoadExport {
  const known = new Map<string, Promise<unknown>>();
  return (reference, cwd) => {
    const key = JSON.stringify([reference, cwd]);
    const loaded = known.get(key) ?? load(reference, cwd);
    known.set(key, loaded);
    return loaded;
  };
}

/** A worker or a child process that examines a parser by itself. */
class Program {
  private readonly escapes = new Escapes();
  private readonly load: LoadExport;
  private examiner: Examiner | undefined;
  private progress: Int32Array = new Int32Array(PROGRESS.size);
  private lastSign = 0;
  private lastLook = 0;
  private mostOutside = MOST_OUTSIDE;

  constructor(
    load: LoadExport,
    private readonly send: (report: Report) => void,
    private readonly decorate: Decorate | undefined,
  ) {
    this.load = onlyOnce(load);
    hearForeignTalk((what) => this.escapes.note(what));
  }

  async obey(order: Order): Promise<void> {
    if (order.kind === 'examine') return this.examine(order.jobs);
    if (order.kind === 'load') return void this.load(order.parser, order.cwd).catch(() => undefined);
    this.mostOutside = order.setup.memory ?? MOST_OUTSIDE;
    if (order.progress !== undefined) this.progress = new Int32Array(order.progress);
    try {
      this.examiner = await examinerFor(order.setup, this.load, () => this.isAlive(), this.decorate);
      await this.escapes.taken(true);
      this.escapes.ready();
      this.send({ kind: 'ready', thread: threadHere() });
    } catch (error) {
      const next = error instanceof Failure ? error.next : 'Load it on its own to see why.';
      this.send({ kind: 'failed', message: (error as Error).message, next });
    }
  }

  private async examine(jobs: readonly Job[]): Promise<void> {
    const told: [number, Examination][] = [];
    for (const [index, job] of jobs.entries()) {
      const examination = this.one(index, job);
      const found = examination instanceof Promise ? await examination : examination;
      if (found.length > 0) told.push([index, found]);
    }
    const escaped = await this.escapes.taken(jobs.every(isPatient));
    const late = escaped.length > 0 ? await this.whereFrom(jobs, escaped) : [];
    this.send({ kind: 'examined', told: [...told, ...late], calls: this.examiner?.calls ?? 0 });
  }

  /** Lets it be seen that the parser has come back from the call before. */
  private isAlive(): void {
    Atomics.add(this.progress, PROGRESS.calls, 1);
    const now = performance.now();
    if (now - this.lastLook >= LOOK_EVERY) this.look(now);
    if (now - this.lastSign < SIGN_EVERY) return;
    this.lastSign = now;
    this.send({ kind: 'alive' });
  }

  /** A heap has a limit of its own; buffers, and what native code keeps, lie outside of it. */
  private look(now: number): void {
    this.lastLook = now;
    const megabytes = Math.round(process.memoryUsage().external / 1_000_000);
    if (megabytes > this.mostOutside) this.send({ kind: 'swollen', megabytes });
  }

  private one(index: number, job: Job): Examination | Promise<Examination> {
    Atomics.store(this.progress, PROGRESS.index, index);
    return this.examiner?.examine(job) ?? [];
  }

  /** Case by case, to see of which one an error escapes; of none alone, it is the last one's. */
  private async whereFrom(jobs: readonly Job[], escaped: Examination): Promise<[number, Examination][]> {
    const told: [number, Examination][] = [];
    for (const [index, job] of jobs.entries()) {
      await this.examiner?.examineOnce(job);
      const found = await this.escapes.taken(true);
      if (found.length > 0) told.push([index, found.slice(0, 1)]);
    }
    return told.length > 0 ? told : [[jobs.length - 1, escaped.slice(0, 1)]];
  }
}

/** Makes this thread or process a program that examines a parser: it waits for orders until it is ended. */
export function runFuzzProgram(load: LoadExport, decorate?: Decorate): void {
  const tell = process.send?.bind(process);
  const begin = (send: (report: Report) => void): ((order: Order) => void) => {
    const program = new Program(load, send, decorate);
    let last: Promise<void> = Promise.resolve();
    return (order) => {
      last = last.then(() => program.obey(order));
    };
  };
  if (parentPort === null) {
    const take = begin((report) => void tell?.(report));
    process.on('message', (order) => take(order as Order));
    return;
  }
  // A port of our own: what a parser posts to the parent of its thread is none of what we say.
  parentPort.once('message', (port: MessagePort) =>
    port.on(
      'message',
      begin((report) => port.postMessage(report)),
    ),
  );
}
