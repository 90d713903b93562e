import { execFile } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Diagnosis, fine, notUsed, type Patient, warning, wrong } from './check';
import { readConfig } from './project';

/** The oldest Node that is supported: 20.19. */
const OLDEST = [20, 19] as const;

/** Whether this Node is recent enough. */
export async function node(): Promise<Diagnosis[]> {
  const { node: version } = process.versions;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isRecent = major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
  return [isRecent ? fine(version) : wrong(version, `Install Node ${OLDEST.join('.')} or later.`)];
}

const LOADING =
  "require('fs').writeSync(1, require('@pact-foundation/pact-core/package.json').version);require('@pact-foundation/pact').PactV4;";

/** Whether Pact's native part loads here: in a child, which keeps a crash, or what it prints, out of this process. */
export function pactNative({ signal }: Patient): Promise<Diagnosis[]> {
  const env = { ...process.env, PACT_DO_NOT_TRACK: 'true' };
  const platform = `${process.platform} ${process.arch}`;
  return new Promise((settle) => {
    execFile(process.execPath, ['-e', LOADING], { cwd: __dirname, env, signal }, (error, stdout) => {
      const next = 'Run npm ci again, without --omit=optional and on a platform that Pact supports.';
      settle([
        error === null ? fine(`pact-core ${stdout}, ${platform}`) : wrong(`it cannot be loaded on ${platform}`, next),
      ]);
    });
  });
}

const DAY_MS = 86_400_000;
/** How long before its end a certificate is told of. */
const SOON_MS = 14 * DAY_MS;

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g;

function certificatesIn(name: string, path: string, now: number): Diagnosis {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return wrong(`${name} names ${path}, which cannot be read`, `Correct ${name}, or leave it out.`);
  }
  const blocks = text.match(CERTIFICATE) ?? [];
  if (blocks.length === 0)
    return wrong(`${path} of ${name} holds no certificate`, 'Convert it: openssl x509 -in FILE -outform pem.');
  const ends = blocks.map((block) => Date.parse(new X509Certificate(block).validTo));
  const first = Math.min(...ends);
  const day = new Date(first).toISOString().slice(0, 10);
  const found = `${name}: ${blocks.length} in ${path}, valid until ${day}`;
  if (Math.max(...ends) < now) return wrong(`${name}: all in ${path} are over since ${day}`, 'Get new ones.');
  return first - now < SOON_MS ? warning(found, 'Get a new one in time.') : fine(found);
}

/** Whether the certificates that are trusted beside those of Node can be read, and are valid. */
export async function certificates(patient: Patient): Promise<Diagnosis[]> {
  const { env, cwd } = patient;
  const config = await readConfig(patient);
  const named = Object.entries({
    'broker.ca': config?.broker?.ca,
    SSL_CERT_FILE: env['SSL_CERT_FILE'],
    NODE_EXTRA_CA_CERTS: env['NODE_EXTRA_CA_CERTS'],
  }).flatMap(([name, path]) => (path ? [[name, resolve(cwd, path)] as const] : []));
  if (named.length === 0) return [notUsed('only those that Node knows are trusted')];
  return named.map(([name, path]) => certificatesIn(name, path, Date.now()));
}
