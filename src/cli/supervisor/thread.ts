// A command, in a thread that its supervisor can end whatever it computes or whoever's code it runs.
import type { MessagePort } from 'node:worker_threads';
import { parentPort } from 'node:worker_threads';
import { onLeft } from '../../cleanup';
import { systemFailure } from '../../result';
import { EXIT_CODES } from '../exit-codes';
import { type Host, tell, writeAll } from '../host';
import { main } from '../main';
import { foreignFrame } from './foreign-frame';
import type { FromThread, Order, ToThread } from './messages';

/** Writes to stdout, and says so the first time; the supervisor ends the run where nobody reads it. */
function writer(say: (message: FromThread) => void): (text: string) => void {
  let hasSpoken = false;
  return (text) => {
    if (!hasSpoken) say({ kind: 'spoke' });
    hasSpoken = true;
    try {
      writeAll(1, text);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw systemFailure(error, 'stdout') ?? error;
      say({ kind: 'unread' });
    }
  };
}

/** Asks through the supervisor: a thread has no terminal. */
const asker =
  (port: MessagePort, say: (message: FromThread) => void): Host['ask'] =>
  (question) =>
    new Promise((settle) => {
      const hear = (message: ToThread): void => {
        if (message.kind !== 'answer') return;
        port.off('message', hear).unref();
        settle(message.answer);
      };
      // Until the answer is there, the thread has something to wait for.
      port.on('message', hear).ref();
      say({ kind: 'question', question });
    });

/** Tells who calls `process.exit`, before the thread ends by it. */
function watchExit(say: (message: FromThread) => void): void {
  const { exit } = process;
  process.exit = (code) => {
    say({
      kind: 'exit',
      code: Number(code ?? process.exitCode ?? EXIT_CODES.passed),
      by: foreignFrame(new Error().stack),
    });
    return exit(code);
  };
}

function run({ words, isTerminal }: Order, port: MessagePort): void {
  const say = (message: FromThread): void => port.postMessage(message);
  const controller = new AbortController();
  port.on('message', ({ kind }: ToThread) => kind === 'interrupt' && controller.abort());
  // A command that waits for nothing but its supervisor waits for ever.
  port.unref();
  process.once('beforeExit', () => say({ kind: 'idle' }));
  onLeft((left, isThere) => say({ kind: 'left', left, isThere }));
  watchExit(say);
  const host: Host = {
    out: writer(say),
    err: tell,
    isTerminal,
    ask: asker(port, say),
    signal: controller.signal,
    onCalled: (options) => say({ kind: 'called', options }),
  };
  main(words, host).then((exitCode) => say({ kind: 'done', exitCode }));
}

// A port of our own: somebody's code that posts to the parent of its thread is not heard.
parentPort?.once('message', ({ order, port }: { order: Order; port: MessagePort }) => run(order, port));
