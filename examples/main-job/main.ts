// The main job, end to end, on a contract that is in the box: what `npm start` runs. Each step is a command that a
// person can type as well; it is printed beside what came of it.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Run } from 'pactcheck';
import { createColors } from 'picocolors';
import { type Ended, pactcheck, ROOT, type Served, serve } from './command';

const CONTRACT = 'user-update-resp';
const FOLDER = `contracts/${CONTRACT}`;
const PARSER = `${FOLDER}/consumer/parser.ts#parseUser`;
const FAULT = '/status unknown';

const { bold, dim, green, red } = createColors(process.stdout.isTTY === true && !process.env['NO_COLOR']);
const scratch = mkdtempSync(join(tmpdir(), 'pactcheck-main-job-'));
const runs: string[] = [];
let isGreen = true;

const say = (text: string): void => console.log(text);

/** A word of a command as a shell needs it. */
const shown = (word: string): string => (/[\s'#{}]/.test(word) ? `'${word}'` : word);

const step = (title: string, ...lines: readonly string[]): void =>
  say([bold(title.padEnd(10)), lines.join(`\n${' '.repeat(10)}`)].join(''));

function expectExit({ exitCode, stdout, stderr }: Ended, wanted: number, words: readonly string[]): void {
  if (exitCode === wanted) return;
  isGreen = false;
  say(red(`pactcheck ${words.map(shown).join(' ')} ended with ${exitCode}, not with ${wanted}:\n${stdout}${stderr}`));
}

/** Runs a command that reports a run; the run is kept for the report. */
async function run(wanted: number, ...words: readonly string[]): Promise<{ run: Run; ended: Ended }> {
  const file = join(scratch, `${runs.length}.json`);
  const ended = await pactcheck(...words, '--reporter', `json=${file}`);
  expectExit(ended, wanted, words);
  if (!existsSync(file)) throw new Error(`${words[0]} gave no run`);
  if (wanted === 0) runs.push(file);
  return { run: JSON.parse(readFileSync(file, 'utf8')) as Run, ended };
}

type CoverageFigure = NonNullable<Run['coverage']>['classes'];

const percent = ({ covered, feasible }: CoverageFigure): string =>
  `${covered} of ${feasible} (${Math.floor((covered / feasible) * 1000) / 10} %)`;

const outcome = ({ summary }: Run): string => {
  const text = `${summary.passed} passed, ${summary.failed} failed`;
  return summary.failed > 0 ? red(text) : green(text);
};

const coverageOf = ({ coverage }: Run): string => {
  if (coverage === undefined) return '';
  const pairs = coverage.pairs === undefined ? '' : `, pairs ${percent(coverage.pairs)}`;
  return `classes ${percent(coverage.classes)}${pairs}`;
};

async function promised(): Promise<void> {
  const drift = await run(0, 'import', `${FOLDER}/UserUpdateResp.md`, '--check', '--out', FOLDER);
  const { stdout } = await pactcheck('contract', CONTRACT);
  const contract = JSON.parse(stdout) as {
    definitions: Record<string, { properties?: readonly { required: boolean }[] }>;
    operations: readonly { id: string }[];
    rules: readonly unknown[];
  };
  const properties = contract.definitions['UserUpdateResp']?.properties ?? [];
  const required = properties.filter((property) => property.required).length;
  step(
    'contract',
    `${CONTRACT}: ${properties.length} properties, ${required} of them required; ${contract.rules.length} rules between fields;`,
    `operations ${contract.operations.map(({ id }) => id).join(', ')}`,
    `against its document: ${outcome(drift.run)}`,
  );
}

async function cases(): Promise<void> {
  const { stdout } = await pactcheck('cases', CONTRACT);
  const verdicts = stdout
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { verdict: string }).verdict);
  const count = (verdict: string): number => verdicts.filter((one) => one === verdict).length;
  step(
    'cases',
    `${verdicts.length} edge cases: ${count('accept')} to accept, ${count('reject')} to refuse, ${count('either')} that the documents leave open`,
  );
}

async function pacts(): Promise<void> {
  const checked = await run(0, 'pacts', CONTRACT, '--check');
  const covered = await run(0, 'coverage', CONTRACT, '--pacts', 'pacts');
  step('pacts', `as the contract gives them: ${outcome(checked.run)}`, coverageOf(covered.run));
}

const verifyWords = ({ url, statesUrl }: Served): string[] => [
  'verify',
  '--provider-base-url',
  url,
  '--provider-states-setup-url',
  statesUrl,
];

async function verified(): Promise<void> {
  const service = await serve(CONTRACT, '--port', '0');
  try {
    const { run: found } = await run(0, ...verifyWords(service));
    step('verify', `the service at ${service.url}, every answer held to the whole contract: ${outcome(found)}`);
  } finally {
    await service.end();
  }
}

async function fuzzed(): Promise<void> {
  const words = ['fuzz', CONTRACT, '--parser', PARSER, '--rejects-with', 'UnreadableResponse', '--runs', '2000'];
  const { run: found } = await run(0, ...words);
  step('fuzz', `the parser ${PARSER.split('#')[1]}: ${outcome(found)}`, coverageOf(found));
}

async function reported(): Promise<void> {
  mkdirSync(join(ROOT, 'reports'), { recursive: true });
  const words = ['report', ...runs, '--html', 'reports/main-job.html'];
  expectExit(await pactcheck(...words), 0, words);
  step('report', 'reports/main-job.html');
}

/** The same service with a fault, to show what a finding looks like. */
async function broken(): Promise<void> {
  const service = await serve(CONTRACT, '--port', '0', '--fault', FAULT);
  try {
    say(`\n${bold('And now with a fault')} ${dim(`(pactcheck serve ${CONTRACT} --fault '${FAULT}')`)}`);
    const { ended } = await run(1, ...verifyWords(service));
    const lines = ended.stdout.trimEnd().split('\n');
    const first = lines.findIndex((line, index) => index > 0 && line.startsWith('  ✗'));
    say(
      lines
        .slice(0, first === -1 ? 8 : first)
        .map((line) => line.slice(0, 160))
        .join('\n'),
    );
    say(dim(`  … ${lines.length} lines in all`));
    say(lines.at(-1) ?? '');
  } finally {
    await service.end();
  }
}

async function main(): Promise<void> {
  say(`${bold('pactcheck')} ${dim('the main job, end to end')}\n`);
  for (const part of [promised, cases, pacts, verified, fuzzed, reported]) await part();
  say(`\n${isGreen ? green(bold('GREEN')) : red(bold('RED'))}: both sides hold the contract`);
  await broken();
  say(isGreen ? '\nThe first service is fit to be deployed, the second one is not: exit code 0 and 1.' : '');
  process.exitCode = isGreen ? 0 : 1;
}

main().finally(() => rmSync(scratch, { recursive: true, force: true }));
