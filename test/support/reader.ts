import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { firstNotPrinted, type Step } from './console-page';
import { makeFolder } from './folder';
import { installPackage } from './installed-package';

/** The port that pages name; a test takes a free one in its place. */
const SHOWN_PORT = '8080';

/** `npx NAME`, without the network: this package, or a program of the project. */
const NPX = `#!/bin/sh
name=$1
shift
case $name in
  pactcheck) exec node node_modules/pactcheck/bin/pactcheck.js "$@" ;;
  *) exec node_modules/.bin/"$name" "$@" ;;
esac
`;

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return String(typeof address === 'object' ? address?.port : address);
}

/** Somebody who follows a page in a fresh project that has this package. */
export class Reader {
  private readonly folder = makeFolder({ 'package.json': '{ "name": "project", "private": true }' });
  private readonly services: ChildProcess[] = [];
  private port = SHOWN_PORT;

  async begin(): Promise<void> {
    installPackage(this.folder.path);
    const npx = join(this.folder.path, '.reader/npx');
    mkdirSync(dirname(npx));
    writeFileSync(npx, NPX);
    chmodSync(npx, 0o755);
    this.port = await freePort();
  }

  /** Does what a step says; gives what is not as the page shows it, or `undefined`. */
  async follow(step: Step): Promise<string | undefined> {
    if (step.kind === 'file') {
      mkdirSync(dirname(join(this.folder.path, step.path)), { recursive: true });
      writeFileSync(join(this.folder.path, step.path), step.text);
      return undefined;
    }
    const command = step.command.replaceAll(SHOWN_PORT, this.port);
    const printed = await (command.endsWith('&') ? this.start(command.slice(0, -1)) : this.run(command));
    const missing = firstNotPrinted(step.shown, printed);
    if (missing === undefined) return undefined;
    return `line ${step.line}: $ ${step.command}\nshows  ${missing}\nprints\n${printed.join('\n')}`;
  }

  /** Ends what was started, and removes the project. */
  async end(): Promise<void> {
    for (const service of this.services) {
      service.kill('SIGTERM');
      if (service.exitCode === null && service.signalCode === null) await once(service, 'exit');
    }
    this.folder.remove();
  }

  private child(command: string): ChildProcess {
    // What Jest sets for its own workers is none of the project's business.
    const { JEST_WORKER_ID: _id, NODE_OPTIONS: _options, CI: _ci, FORCE_COLOR: _color, ...own } = process.env;
    const env = { ...own, NO_COLOR: '1', PATH: `${join(this.folder.path, '.reader')}:${own['PATH']}` };
    return spawn('sh', ['-c', `exec 2>&1\n${command}`], {
      cwd: this.folder.path,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  }

  private async run(command: string): Promise<string[]> {
    const child = this.child(command);
    let printed = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
    await once(child, 'close');
    return printed
      .replace(/\n$/, '')
      .split('\n')
      .filter((line, _index, all) => all.length > 1 || line !== '');
  }

  /** Starts a service, and waits for its first words. */
  private async start(command: string): Promise<string[]> {
    const child = this.child(
      `exec ${command}`.replace('exec npx pactcheck', 'exec node node_modules/pactcheck/bin/pactcheck.js'),
    );
    this.services.push(child);
    const [text] = (await Promise.race([
      once(child.stdout as NodeJS.ReadableStream, 'data'),
      once(child, 'close'),
    ])) as [unknown];
    child.stdout?.resume();
    return String(text).replace(/\n$/, '').split('\n');
  }
}
