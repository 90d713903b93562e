import type { Worker } from 'node:worker_threads';
import { spentOnThread } from '../processor-time';
import type { Cell } from './chamber';
import type { Entry } from './entry';
import { MessageCell } from './message-cell';
import { MOST_MEGABYTES, PROGRESS, type ProgramSetup, type Report } from './messages';
import { startThread, type WarmWorkers } from './warm-workers';

/** How long a worker is waited for that does not end: deep native calls cannot be stopped. */
const PATIENCE = 1000;

async function terminate(worker: Worker): Promise<void> {
  worker.unref();
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((settle) => {
    timer = setTimeout(settle, PATIENCE);
  });
  await Promise.race([worker.terminate(), patience]);
  clearTimeout(timer);
}

/** Starts a worker thread that has the parser. Shared memory tells which case it is at. */
export async function startWorker(entry: Entry, setup: ProgramSetup, warm?: WarmWorkers): Promise<Cell> {
  const progress = new SharedArrayBuffer(PROGRESS.size * Int32Array.BYTES_PER_ELEMENT);
  const seen = new Int32Array(progress);
  const { worker, port: port1 } = warm?.take() ?? startThread(entry);
  let thread: string | undefined;
  const cell = new MessageCell(
    {
      send: (order) => port1.postMessage(order.kind === 'setup' ? { ...order, progress } : order),
      kill: () => terminate(worker),
      index: () => Atomics.load(seen, PROGRESS.index),
      pulse: () => Atomics.load(seen, PROGRESS.calls),
      spent: () => spentOnThread(thread),
    },
    setup.limit,
  );
  port1.on('message', (report: Report) => {
    if (report.kind === 'ready') thread = report.thread;
    cell.take(report);
  });
  worker.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
      cell.lost('out-of-memory', `it needed more than ${MOST_MEGABYTES} MB`);
    else cell.lost('process-ended', `it ended with ${error.name}: ${error.message}`);
  });
  worker.on('exit', (code) => {
    port1.close();
    cell.lost('process-ended', `it ended the process with exit code ${code}`);
  });
  await cell.setUp({ kind: 'setup', setup });
  return cell;
}
