import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { buildSync } from 'esbuild';
import { settleUnfinished } from '../../../../src/app/files/journal';
import { inTurn, leaveQueue } from '../../../../src/app/files/turn';
import { writeTogether } from '../../../../src/app/files/write-together';
import { writeWhole } from '../../../../src/app/files/write-whole';
import { Failure } from '../../../../src/result';

const home = mkdtempSync(join(tmpdir(), 'pactcheck-files-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(home, 'one-'));
});

/** All that lies in a folder, with its content. */
const tree = (of: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(of, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [relative(of, path), readFileSync(path, 'utf8')]),
  );

const message = (work: () => void): string => {
  try {
    work();
  } catch (error) {
    return error instanceof Failure ? `${error.kind}: ${error.message}` : `no failure: ${error}`;
  }
  return 'nothing was thrown';
};

const BEFORE = { 'b.txt': 'b.txt as it was\n' };
const AFTER = {
  'b.txt': 'b.txt as it is to be\n',
  'new/c.txt': 'new/c.txt as it is to be\n',
  'new/deep/a.txt': 'new/deep/a.txt as it is to be\n',
};

describe('files that belong together', () => {
  const program = join(home, 'program.js');
  const run = (what: string, kill = '0:/nowhere'): { status: number | null; out: string } => {
    const preload = join(__dirname, 'killed-at.js');
    const env = { ...process.env, PACTCHECK_KILL: kill };
    const { status, stdout } = spawnSync(process.execPath, ['--require', preload, program, folder, what], { env });
    return { status, out: String(stdout) };
  };

  beforeAll(() => {
    buildSync({ entryPoints: [join(__dirname, 'program.ts')], bundle: true, platform: 'node', outfile: program });
  });

  it('are all as before or all as they are to be after the next run, whenever the first one was killed', () => {
    const ends = new Set<string>();
    for (let call = 1; ; call += 1) {
      rmSync(folder, { recursive: true });
      mkdirSync(folder);
      writeFileSync(join(folder, 'b.txt'), BEFORE['b.txt']);
      const { status } = run('write', `${call}:${folder}`);
      if (status === 0) break;
      expect(run('settle').status).toBe(0);
      const found = tree(folder);
      expect([BEFORE, AFTER]).toContainEqual(found);
      expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
      expect(readdirSync(folder)).toEqual('new/c.txt' in found ? ['b.txt', 'new'] : ['b.txt']);
      ends.add('new/c.txt' in found ? 'finished' : 'undone');
    }
    expect([...ends]).toEqual(['undone', 'finished']);
    expect(tree(folder)).toEqual(AFTER);
  });

  it('leaves alone what another run, which goes on, is writing', () => {
    const script = `setInterval(() => {}, 1000)`;
    const other = require('node:child_process').spawn(process.execPath, ['-e', script], { stdio: 'ignore' });
    try {
      const stat = readFileSync(`/proc/${other.pid}/stat`, 'utf8');
      const space = /\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0];
      const start = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
      const name = `.pactcheck-files-${space}.${other.pid}.${start}-0123456789ab.written`;
      writeFileSync(
        join(folder, name),
        JSON.stringify({ moves: [{ from: join(folder, 'x'), to: join(folder, 'y') }] }),
      );
      writeFileSync(join(folder, 'x'), 'x');
      expect(run('settle').out).toBe('0\n');
      expect(Object.keys(tree(folder))).toEqual([name, 'x']);
    } finally {
      other.kill('SIGKILL');
    }
  });

  it('are none of them where one cannot be written, and the folders that were made are gone', () => {
    writeFileSync(join(folder, 'file'), 'a file');
    const files = ['new/deep/a.txt', 'file/b.txt'].map((name) => ({ path: join(folder, name), content: 'x' }));
    expect(message(() => writeTogether(folder, files))).toMatch(
      /^environment: .*file\/b\.txt cannot be written: a part of the path is a file/,
    );
    expect(readdirSync(folder)).toEqual(['file']);
  });

  it('are none of them where a folder stands in the place of one', () => {
    mkdirSync(join(folder, 'b.txt/inner'), { recursive: true });
    const files = ['a.txt', 'b.txt'].map((name) => ({ path: join(folder, name), content: 'x' }));
    expect(message(() => writeTogether(folder, files))).toMatch(/^environment: .*b\.txt cannot be written: it is a fo/);
    expect(readdirSync(folder)).toEqual(['b.txt']);
  });
});

describe('a file', () => {
  it('keeps its rights, and stays a link where it is one', () => {
    writeFileSync(join(folder, 'real'), 'old', { mode: 0o640 });
    symlinkSync('real', join(folder, 'link'));
    writeWhole(join(folder, 'link'), 'new');
    expect(readFileSync(join(folder, 'real'), 'utf8')).toBe('new');
    expect(statSync(join(folder, 'real')).mode & 0o777).toBe(0o640);
  });

  it('is written to where it is a device, and nothing takes its place', () => {
    writeWhole('/dev/null', 'x');
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
    expect(message(() => writeWhole('/dev/full', 'x'))).toBe(
      'environment: /dev/full cannot be written: the disk is full',
    );
  });
});

describe('a turn', () => {
  it('lets one after the other read and write anew, and leaves nothing behind', async () => {
    const path = join(folder, 'count');
    writeFileSync(path, '0');
    const add = (): Promise<void> =>
      inTurn({ cwd: folder }, async () => {
        const before = Number(readFileSync(path, 'utf8'));
        await new Promise((settle) => setImmediate(settle));
        writeFileSync(path, String(before + 1));
      });
    await Promise.all(Array.from({ length: 12 }, add));
    expect(readFileSync(path, 'utf8')).toBe('12');
    expect(readdirSync(folder)).toEqual(['count']);
  });

  it('is given up for a thread that was ended, with what it was writing', async () => {
    let isIn = (): void => undefined;
    const inside = new Promise<void>((settle) => {
      isIn = settle;
    });
    void inTurn({ cwd: folder }, () => {
      isIn();
      return new Promise(() => undefined);
    });
    await inside;
    const [ticket = ''] = readdirSync(folder);
    const mark = ticket.replace('.pactcheck-turn-1-', '');
    const move = { from: join(folder, 'staged'), to: join(folder, 'place') };
    writeFileSync(move.from, 'x');
    writeFileSync(join(folder, `.pactcheck-files-${mark}.written`), JSON.stringify({ moves: [move], folders: [] }));
    expect(settleUnfinished(folder)).toEqual([]);
    expect(settleUnfinished(folder, true)).toEqual([move.to]);
    leaveQueue(folder);
    expect(readdirSync(folder)).toEqual(['place']);
  });

  it('does not wait for a run that was ended', async () => {
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    const space = /\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0];
    writeFileSync(join(folder, `.pactcheck-turn-1-${space}.${dead}.1-0123456789ab`), '');
    const waited: string[] = [];
    await inTurn({ cwd: folder, onWait: (sentence) => waited.push(sentence) }, () => Promise.resolve());
    expect([waited, readdirSync(folder)]).toEqual([[], []]);
  });
});
