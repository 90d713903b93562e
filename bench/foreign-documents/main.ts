// How well documents of others are read: `node -r esbuild-register bench/foreign-documents/main.ts DIR`, a folder (or a
// text file that lists files) of OpenAPI documents. For each: which response schemas a contract can express, why not the
// others, what ajv, by the document as it stands, says otherwise of the cases, and which requests of pacts it does not allow.
// Exit code 1 for a crash, such a case or such a request.
import { type ChildProcess, fork } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { summary } from './summary';
import { type Limits, type Surveyed, surveyed } from './surveyed';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Of each document, so many operations have their cases judged. */
    operations: { type: 'string', default: '3' },
    cases: { type: 'string', default: '300' },
    /** For one document. */
    seconds: { type: 'string', default: '300' },
  },
});
const LIMITS: Limits = { operations: Number(values.operations), cases: Number(values.cases) };

function filesIn(place: string): string[] {
  if (!statSync(place).isDirectory()) return readFileSync(place, 'utf8').split('\n').filter(Boolean);
  const entries = readdirSync(place, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.(?:ya?ml|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => /^\W*(?:swagger|openapi)\b|"(?:swagger|openapi)"\s*:/m.test(readFileSync(file, 'utf8')))
    .sort();
}

/** Documents are read in a process of its own, which is ended where one of them takes too long. */
class Reader {
  private child: ChildProcess | undefined;

  ask(file: string): Promise<Surveyed> {
    this.child ??= fork(__filename);
    const { child } = this;
    const lost = (crash: string): Surveyed => {
      this.child = undefined;
      const nothing = { operations: 0, supported: 0, refused: [], judgedOperations: 0, judgedCases: 0 };
      return {
        ...nothing,
        file,
        bytes: statSync(file).size,
        ms: Number(values.seconds) * 1000,
        disagreements: [],
        declared: [],
        sent: { operations: 0, requests: 0, distinct: 0 },
        invalidRequests: [],
        unsendable: [],
        crash,
      };
    };
    return new Promise((resolve) => {
      const done = (row: Surveyed): void => {
        clearTimeout(timer);
        child.removeAllListeners();
        resolve(row);
      };
      const timer = setTimeout(() => {
        child.kill('SIGKILL');
        done(lost(`took longer than ${values.seconds} s`));
      }, Number(values.seconds) * 1000);
      child.once('message', (row) => done(row as Surveyed));
      child.once('exit', (code, signal) => done(lost(`the process ended with ${signal ?? code}`)));
      child.send({ file, limits: LIMITS });
    });
  }

  end(): void {
    this.child?.disconnect();
  }
}

async function main(place: string): Promise<void> {
  const reader = new Reader();
  const rows: Surveyed[] = [];
  for (const file of filesIn(place)) {
    const row = await reader.ask(file);
    rows.push(row);
    const verdict = row.crash ?? row.error ?? `${row.supported} supported, ${row.refused.length} refused`;
    console.error(
      `${row.ms} ms ${file}: ${verdict.slice(0, 200)}, ${row.disagreements.length} disagreements, ${row.sent.requests} requests, ${row.invalidRequests.length} invalid`,
    );
  }
  reader.end();
  console.log(summary(rows));
  const isWrong = ({ crash, disagreements, invalidRequests }: Surveyed): boolean =>
    crash !== undefined || disagreements.length > 0 || invalidRequests.length > 0;
  if (rows.some(isWrong)) process.exitCode = 1;
}

if (process.send !== undefined)
  process.on('message', ({ file, limits }: { file: string; limits: Limits }) => process.send?.(surveyed(file, limits)));
else if (positionals[0] !== undefined) void main(positionals[0]);
else console.error('Give a folder of OpenAPI documents.');
