import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Watch } from '../../../src/fuzz/chambers/watch';
import { spentHere, spentOn, spentOnGroup, spentOnThread, threadHere } from '../../../src/fuzz/processor-time';

const LIMIT = 1000;

/** After how many looks, of at most `looks`, a watch says that nothing moves; `undefined` where it does not. */
function stillAfter(looks: number, over: { pulse?: () => number; spent: (look: number) => number | undefined }) {
  let [look, found] = [0, undefined as number | undefined];
  const watch = new Watch(LIMIT, {
    pulse: over.pulse ?? (() => 0),
    spent: () => over.spent(look),
    patience: () => 4,
    whenStill: () => {
      found ??= look;
    },
  });
  watch.start();
  for (look = 1; look <= looks; look += 1) jest.advanceTimersByTime(LIMIT / 4);
  watch.stop();
  return found;
}

describe('a watch', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('ends what the processors have worked on for the time of the limit, and no answer has come', () => {
    expect(stillAfter(10, { spent: (look) => look * 250 })).toBe(5);
  });

  it('waits longer where the machine is crowded, and it has only not come to its turn', () => {
    expect(stillAfter(8, { spent: (look) => look * 50 })).toBeUndefined();
  });

  it('ends what uses no processor, and says nothing, after twice the time', () => {
    expect(stillAfter(120, { spent: () => 0 })).toBe(9);
  });

  it('leaves in peace what moves, however long it works', () => {
    let moves = 0;
    const pulse = (): number => {
      moves += 1;
      return moves;
    };
    expect(stillAfter(100, { pulse, spent: (look) => look * 250 })).toBeUndefined();
  });

  it('goes by the clock alone where nobody tells what was spent', () => {
    expect(stillAfter(60, { spent: () => undefined })).toBeGreaterThanOrEqual(5);
  });
});

const onLinux = process.platform === 'linux' ? it : it.skip;

describe('the time that processors have spent', () => {
  onLinux('on a group is that of what a shell has started in it', async () => {
    const command = "node -e 'console.log(1); for (;;);' & wait";
    const child = spawn(command, { shell: true, detached: true, stdio: 'pipe' });
    try {
      await once(child.stdout, 'data');
      const spent = spentOnGroup(child.pid);
      const before = spent() ?? 0;
      while ((spent() ?? 0) < before + 50) await new Promise((settle) => setImmediate(settle));
      expect(spentOn(child.pid)).toBeLessThan(before + 50);
    } finally {
      process.kill(-(child.pid as number), 'SIGKILL');
    }
  });

  it('on nothing is not known', () => {
    expect(spentOn(undefined)).toBeUndefined();
    expect(spentOnGroup(undefined)()).toBeUndefined();
  });

  it('on a thread is not what others have spent', async () => {
    const thread = threadHere();
    const signal = new Int32Array(new SharedArrayBuffer(4));
    const spins = `const { workerData } = require('node:worker_threads');
      for (const end = process.cpuUsage().user + 400_000; process.cpuUsage().user < end; );
      Atomics.store(workerData, 0, 1);
      Atomics.notify(workerData, 0);`;
    const [here, all] = [spentOnThread(thread), spentHere()];
    const worker = new Worker(spins, { eval: true, workerData: signal });
    // A worker begins when the thread that starts it has turned to something else.
    await once(worker, 'online');
    Atomics.wait(signal, 0, 0);
    const [spentByThread, spentByAll] = [spentOnThread(thread) - here, spentHere() - all];
    await once(worker, 'exit');
    expect(spentByAll).toBeGreaterThan(100);
    // Where nobody tells of threads, it is the same.
    expect(spentByThread).toBeLessThan(thread === undefined ? Number.POSITIVE_INFINITY : spentByAll / 2);
  });

  it('here grows', () => {
    const before = spentHere();
    while (spentHere() <= before);
    expect(spentHere()).toBeGreaterThan(before);
  });
});
