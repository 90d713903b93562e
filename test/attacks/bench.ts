import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { installPackage } from '../support/installed-package';

/** What became of a command. */
export interface Ended {
  readonly exit: number | string;
  readonly out: string;
  readonly err: string;
  /** Both, behind the exit code: `exit 3\n...`. */
  readonly text: string;
  readonly seconds: number;
}

/** How a command is run. */
export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Seconds after which it counts as hung, and is killed. */
  readonly limit?: number;
  /** Told of the child, to send it signals. */
  readonly meanwhile?: (child: ChildProcess) => void;
  /** Another program than Node of this process. */
  readonly node?: string;
}

/** The variable that marks every process that comes of a bench, however far it gets away. */
const MARK = 'PACTCHECK_ATTACK';

/** The processes that carry a mark; none where the system does not tell (Linux does). */
export function marked(mark: string): string[] {
  const pids = (() => {
    try {
      return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    } catch {
      return [];
    }
  })();
  return pids.filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/environ`, 'latin1').includes(`${MARK}=${mark}`);
    } catch {
      return false;
    }
  });
}

let installation: string | undefined;

/** The package as it is published, installed once for all benches of a process. */
function installed(): string {
  if (installation === undefined) {
    const folder = mkdtempSync(join(tmpdir(), 'pactcheck-attacks-'));
    installPackage(folder);
    installation = folder;
  }
  return installation;
}

/** Removes what all benches shared. */
export function removeInstallation(): void {
  if (installation !== undefined) rmSync(installation, { recursive: true, force: true });
  installation = undefined;
}

/** A folder of its own for one attack, the package, and hostile services; all of it is gone once it is closed. */
export class Bench {
  private readonly mark = randomBytes(8).toString('hex');
  private readonly servers: Server[] = [];
  private readonly sockets = new Set<Socket>();
  private readonly others: (() => Promise<void>)[] = [];
  /** Where files are written. */
  readonly folder = mkdtempSync(join(installed(), 'attack-'));
  /** Where temporary files of commands go. */
  readonly temporary = join(this.folder, '.tmp');

  constructor() {
    mkdirSync(this.temporary);
  }

  /** Writes files, and gives the folder. */
  write(files: Readonly<Record<string, string | Buffer>>): string {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, path)), { recursive: true });
      writeFileSync(join(this.folder, path), text);
    }
    return this.folder;
  }

  /** Has something else be ended with this bench. */
  alsoClose(close: () => Promise<void>): void {
    this.others.push(close);
  }

  /** Makes a folder within, with files, and gives its path. */
  inner(name: string, files: Readonly<Record<string, string | Buffer>> = {}): string {
    mkdirSync(join(this.folder, name), { recursive: true });
    this.write(Object.fromEntries(Object.entries(files).map(([path, text]) => [join(name, path), text])));
    return join(this.folder, name);
  }

  /** The program as it is installed, for what starts it in a way of its own. */
  get program(): string {
    return join(installed(), 'node_modules/pactcheck/bin/pactcheck.js');
  }

  /** Starts a service that does with each connection what is said; gives its port. */
  async socketService(onConnection: (socket: Socket) => void): Promise<number> {
    const server = createServer((socket) => {
      this.sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => this.sockets.delete(socket));
      onConnection(socket);
    });
    this.servers.push(server);
    await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
    return (server.address() as { port: number }).port;
  }

  /** Runs pactcheck, and gives what became of it. */
  run(words: readonly string[], options: CommandOptions = {}): Promise<Ended> {
    return this.start(options.node ?? process.execPath, [this.program, ...words], options);
  }

  /** Runs any program with the mark of this bench. */
  start(file: string, words: readonly string[], options: CommandOptions = {}): Promise<Ended> {
    const { cwd = this.folder, env = {}, limit = 60, meanwhile } = options;
    const all = { ...process.env, ...env, [MARK]: this.mark, TMPDIR: this.temporary, NO_COLOR: '1' };
    const from = performance.now();
    const child = spawn(file, [...words], { cwd, env: all, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said.out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said.err += text;
    });
    meanwhile?.(child);
    return new Promise((settle) => {
      let isLate = false;
      const timer = setTimeout(() => {
        isLate = true;
        child.kill('SIGKILL');
      }, limit * 1000);
      const end = (code: number | null, signal: string | null): void => {
        clearTimeout(timer);
        child.stdout.destroy();
        child.stderr.destroy();
        const exit = isLate ? 'hung' : (code ?? signal ?? 'nothing');
        const seconds = (performance.now() - from) / 1000;
        settle({ exit, ...said, text: `exit ${exit}\n${said.out}${said.err}`, seconds });
      };
      // What a grandchild holds open is not waited for.
      child.once('exit', (code, signal) => setTimeout(() => end(code, signal), 50));
    });
  }

  /** What is left of the commands that were run: processes and temporary files. */
  left(): string[] {
    const files = readdirSync(this.temporary).map((name) => `file ${name}`);
    return [...marked(this.mark).map((pid) => `process ${pid}`), ...files];
  }

  /** Ends all that was started, and removes all that was written. */
  async close(): Promise<void> {
    for (const pid of marked(this.mark)) {
      try {
        process.kill(Number(pid), 'SIGKILL');
      } catch {
        // It has ended by itself.
      }
    }
    for (const socket of this.sockets) socket.destroy();
    await Promise.all(this.others.map((close) => close()));
    await Promise.all(this.servers.map((server) => new Promise((settle) => server.close(settle))));
    rmSync(this.folder, { recursive: true, force: true });
  }
}
