import { setInterval } from 'node:timers';
import { Worker } from 'node:worker_threads';

/** The cells that both threads share: whether a handler runs, how often this thread came to its turn, and the name's length. */
const CELLS = { active: 0, turns: 1, length: 2, size: 3 } as const;

const LONGEST_NAME = 500;

/** Milliseconds between two signs of life. */
const TURN = 50;

/**
 * The watching thread: it can neither be blocked by what it watches, nor end its process by itself; through the inspector
 * the blocked thread does, wherever it computes. 3 is the exit code of what could not be tested.
 */
const WATCHING = `
const { workerData: { cells, name, limit } } = require('node:worker_threads');
const { writeSync } = require('node:fs');
let [turns, since] = [-1, Date.now()];
setInterval(() => {
  if (Atomics.load(cells, 0) === 0 || Atomics.load(cells, 1) !== turns) [turns, since] = [Atomics.load(cells, 1), Date.now()];
  if (Date.now() - since < limit) return;
  since = Infinity;
  const what = Buffer.from(name.slice(0, Atomics.load(cells, 2))).toString();
  writeSync(2, 'error ' + what + ' blocks this process: it did not end within ' + limit / 1000 + ' s\\n      Look for an endless loop in it.\\n');
  try {
    const { Session } = require('node:inspector');
    const session = new Session();
    session.connectToMainThread();
    session.post('Runtime.evaluate', { expression: 'process.reallyExit(3)' });
  } finally {
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), 2000);
  }
}, ${TURN});
`;

/** Watches handlers that run in this thread: it names the one that blocks it, and ends the process with exit code 3. */
export class Watchdog {
  private readonly cells = new Int32Array(new SharedArrayBuffer(CELLS.size * Int32Array.BYTES_PER_ELEMENT));
  private readonly name = new Uint8Array(new SharedArrayBuffer(LONGEST_NAME));
  private readonly worker: Worker;
  private readonly timer: NodeJS.Timeout;

  /** `limit` is how long this thread may be blocked, in milliseconds. */
  constructor(limit: number) {
    const workerData = { cells: this.cells, name: this.name, limit };
    this.worker = new Worker(WATCHING, { eval: true, workerData });
    this.worker.unref();
    this.timer = setInterval(() => Atomics.add(this.cells, CELLS.turns, 1), TURN).unref();
  }

  /** Watches what begins now. @returns what ends it. */
  begin(name: string): () => void {
    const text = Buffer.from(name).subarray(0, LONGEST_NAME);
    this.name.set(text);
    Atomics.store(this.cells, CELLS.length, text.length);
    Atomics.add(this.cells, CELLS.turns, 1);
    Atomics.add(this.cells, CELLS.active, 1);
    return () => void Atomics.sub(this.cells, CELLS.active, 1);
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.worker.terminate();
  }
}
