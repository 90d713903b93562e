import { type ChildProcess, fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import type { VerifierOptions } from '@pact-foundation/pact-core';
import { ownChild, temporaryFolder } from '../../cleanup';
import { shorten } from '../../result';
import { programIn } from './program';

/** What Pact's verifier reported, as its own JSON; or how its process ended without a report. */
export type Reported = { readonly report: string } | { readonly crash: string };

/** How much of what a process printed is kept, for the message when it ends unexpectedly. */
const KEPT_NOISE = 4000;

/**
 * The environment without Pact's own settings: they would select, publish and log, which is our work here; and without
 * proxies: they would see what is said on this machine, and its tokens. The verifier reads every certificate of the machine for each call that it makes, half of its time: it calls nobody but the proxy
 * on this machine, without TLS, so it is given one.
 */
function quietEnvironment(folder: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^PACT_|^LOG_LEVEL$|_PROXY$/i.test(name));
  const [certificate] = rootCertificates;
  const one = join(folder, 'certificate.pem');
  if (certificate !== undefined) writeFileSync(one, `${certificate}\n`);
  const certificates = certificate === undefined ? {} : { SSL_CERT_FILE: one, SSL_CERT_DIR: folder };
  return { ...Object.fromEntries(kept), ...certificates, PACT_DO_NOT_TRACK: 'true', NO_PROXY: '*' };
}

/** One process: how it is asked, one file at a time. */
class Running {
  private noise = '';

  constructor(private readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        this.noise = (this.noise + chunk.toString()).slice(-KEPT_NOISE);
      });
  }

  get isUp(): boolean {
    return this.child.connected;
  }

  verify(options: VerifierOptions): Promise<Reported> {
    const { child } = this;
    return new Promise((settle) => {
      const end = (reported: Reported): void => {
        child.off('message', onMessage).off('close', onClose).off('error', onError);
        settle(reported);
      };
      const onMessage = (message: unknown): void => end(message as Reported);
      const onError = (error: Error): void => end({ crash: `Pact's verifier cannot be started: ${error.message}` });
      const onClose = (code: number | null, signal: string | null): void => {
        const how = signal ?? `code ${code}`;
        const said = shorten(this.noise.trim(), 400) || 'it said nothing';
        end({ crash: `Pact's verifier ended with ${how}: ${said}` });
      };
      child.on('message', onMessage).on('close', onClose).on('error', onError);
      child.send(options);
    });
  }

  end(): Promise<void> {
    const { child } = this;
    if (!child.connected) return Promise.resolve();
    return new Promise((settle) => {
      // Not `close`: Node 20 does not always emit it to who disconnects.
      child.once('exit', () => settle());
      child.disconnect();
    });
  }
}

/**
 * Pact's own verifier, in a process that is started with the first file and takes one after another; another one takes
 * its place where it ended. It must be closed.
 */
export class Verifier {
  private readonly folder = temporaryFolder('replay');
  private running: Running | undefined;
  private isClosed = false;

  /** Verifies the text of one pact file. */
  verify(pact: string, options: Omit<VerifierOptions, 'pactUrls'>): Promise<Reported> {
    if (this.isClosed) return Promise.resolve({ crash: "Pact's verifier was closed" });
    const file = join(this.folder.path, 'pact.json');
    writeFileSync(file, pact);
    return this.process().verify({ ...options, pactUrls: [file] });
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.running?.end();
    this.folder.remove();
  }

  private process(): Running {
    if (this.running?.isUp === true) return this.running;
    const { file, words } = programIn(__dirname, 'replay-child');
    const env = quietEnvironment(this.folder.path);
    this.running = new Running(ownChild(fork(file, [...words], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env })));
    return this.running;
  }
}
