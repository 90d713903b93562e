import { type ChildProcess, fork } from 'node:child_process';
import { ownChild } from '../../cleanup';
import { residentOf, spentOn } from '../processor-time';
import type { Cell } from './chamber';
import { type Entry, programOf } from './entry';
import { howEnded } from './how-ended';
import { MessageCell } from './message-cell';
import { MOST_MEGABYTES, MOST_OUTSIDE, type ProgramSetup, type Report } from './messages';

function kill(child: ChildProcess): Promise<void> {
  return new Promise((settle) => {
    if (child.exitCode !== null || child.signalCode !== null) return settle();
    child.once('exit', () => settle());
    child.kill('SIGKILL');
  });
}

/** How long the end of a process is waited for once its channel is closed, in milliseconds. */
const LAST_WORDS = 500;

/** Milliseconds between two looks at its memory. */
const LOOK_EVERY = 50;

const isOutOfMemory = (noise: string): boolean => noise.includes('heap out of memory');

/** Starts a process that has the parser. It can be killed whatever it does. `zone` is its time zone. */
export async function startProcess(entry: Entry, setup: ProgramSetup, zone?: string): Promise<Cell> {
  const forked = fork(programOf(entry), [], {
    execArgv: [`--max-old-space-size=${MOST_MEGABYTES}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, ...(zone === undefined ? {} : { TZ: zone }) },
  });
  const child = ownChild(forked);
  const cell = new MessageCell(
    {
      send: (order) => child.connected && child.send(order, () => undefined),
      kill: () => kill(child),
      index: () => undefined,
      spent: () => spentOn(child.pid),
    },
    setup.limit,
  );
  let noise = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    noise = (noise + chunk.toString()).slice(-4000);
  });
  child.on('message', (report) => cell.take(report as Report));
  child.once('disconnect', () => {
    // A process that ends closes it too, and tells how it ended.
    setTimeout(() => {
      cell.lost('protocol-broken', 'it closed the channel of its process');
      void kill(child);
    }, LAST_WORDS).unref();
  });
  const most = MOST_MEGABYTES + (setup.memory ?? MOST_OUTSIDE);
  // All of its memory counts, whatever keeps it.
  const scale = setInterval(() => {
    const megabytes = residentOf(child.pid) ?? 0;
    if (megabytes > most) cell.swollen(megabytes);
  }, LOOK_EVERY).unref();
  child.once('exit', () => clearInterval(scale));
  child.once('error', (error) => cell.lost('process-ended', `it cannot be run: ${error.message}`));
  child.once('close', (code, signal) => {
    if (isOutOfMemory(noise)) cell.lost('out-of-memory', `it needed more than ${MOST_MEGABYTES} MB`);
    else cell.lost('process-ended', howEnded(code, signal, noise));
  });
  await cell.setUp({ kind: 'setup', setup });
  return cell;
}
