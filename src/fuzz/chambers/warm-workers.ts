import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { type Entry, programOf } from './entry';
import { MOST_MEGABYTES, type Order } from './messages';

/** Megabytes for what is soon garbage: with a worker's own share of it, a call takes a quarter longer than in a process. */
const YOUNG_MEGABYTES = 64;

/** A worker thread of an entry, and how it is spoken to. */
export interface Started {
  readonly worker: Worker;
  readonly port: MessagePort;
}

/** Starts a worker thread. What the parser prints there is none of the report. */
export function startThread(entry: Entry): Started {
  const worker = new Worker(programOf(entry), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    stdout: true,
    stderr: true,
  });
  const { port1, port2 } = new MessageChannel();
  worker.postMessage(port2, [port2]);
  worker.stdout.resume();
  worker.stderr.resume();
  return { worker, port: port1 };
}

/** Worker threads that load their program, and the parser, while it is still found out what they are to do. */
export class WarmWorkers {
  private readonly started: Started[];

  /** @param what the parser that they load, and the folder that it is relative to. */
  constructor(
    private readonly entry: Entry,
    what: Pick<Extract<Order, { kind: 'load' }>, 'parser' | 'cwd'>,
    count: number,
  ) {
    this.started = Array.from({ length: count }, () => this.start({ kind: 'load', ...what }));
  }

  private start(order: Order): Started {
    const started = startThread(this.entry);
    // What goes wrong is told to whoever takes it: it is then lost like any other.
    started.worker.on('error', () => this.forget(started));
    started.worker.on('exit', () => this.forget(started));
    started.port.postMessage(order);
    return started;
  }

  private forget(started: Started): void {
    const index = this.started.indexOf(started);
    if (index >= 0) this.started.splice(index, 1);
  }

  /** One that is not taken yet; `undefined` where there is none. */
  take(): Started | undefined {
    return this.started.shift();
  }

  /** Ends those that nobody has taken. */
  async close(): Promise<void> {
    await Promise.all(this.started.splice(0).map(({ worker }) => worker.terminate()));
  }
}
