// How long a verification takes: pacts of 25, 100, 400 and 1,000 interactions on one service, and beside it one plain
// run of Pact's own verifier on the same file. `npx jiti bench/verification/main.ts`, with --runs N for medians of more.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyProvider } from '../../src/doors/provider';
import { type Started, startUserService } from '../faults/user-service';
import { plainRun } from './plain-run';

const ROOT = join(__dirname, '../..');
const SIZES = [25, 100, 400, 1000] as const;
/** Where a plain run is too long to wait for. */
const LARGEST_PLAIN = 400;
/** What the larger files may cost more for each interaction, for a machine that has other work. */
const TOLERANCE = 1.25;

const asked = process.argv.indexOf('--runs');
const RUNS = asked === -1 ? 3 : Number(process.argv[asked + 1]);

interface PactFile {
  readonly interactions: readonly { readonly description: string }[];
}

/** A pact of so many interactions: those of the repository, again and again, each by a name of its own. */
function pactOf(size: number): object {
  const pact = JSON.parse(readFileSync(join(ROOT, 'pacts/console-iam.json'), 'utf8')) as PactFile;
  const { interactions } = pact;
  const all = Array.from({ length: size }, (_, index) => {
    const interaction = interactions[index % interactions.length];
    return { ...interaction, description: `${index} ${interaction?.description}` };
  });
  return { ...pact, interactions: all };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const median = (values: readonly number[]): number =>
  [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;

async function ours(file: string, { url, statesUrl }: Started, size: number): Promise<void> {
  const run = await verifyProvider({ cwd: ROOT, pacts: file, providerBaseUrl: url, providerStatesSetupUrl: statesUrl });
  if (run.summary.passed !== size) throw new Error(`${run.summary.passed} of ${size} passed`);
}

/** What a size cost, in milliseconds for each interaction. */
interface Cost {
  readonly size: number;
  readonly ours: number;
  readonly plain: number | undefined;
}

async function costOf(size: number, folder: string, service: Started): Promise<Cost> {
  const file = join(folder, `${size}.json`);
  writeFileSync(file, JSON.stringify(pactOf(size)));
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) times.push(await timed(() => ours(file, service, size)));
  const plain = size > LARGEST_PLAIN ? undefined : await timed(() => plainRun(file, service, size));
  return { size, ours: median(times) / size, plain: plain === undefined ? undefined : plain / size };
}

const milliseconds = (value: number | undefined): string => (value === undefined ? '-' : value.toFixed(1)).padStart(12);

function told({ size, ours: own, plain }: Cost): string {
  const ratio = plain === undefined ? '-' : (own / plain).toFixed(2);
  return `${String(size).padStart(12)}${milliseconds(own)}${milliseconds(plain)}${ratio.padStart(8)}`;
}

/** What was promised and does not hold. */
function broken(costs: readonly Cost[]): string[] {
  const at = (size: number): Cost | undefined => costs.find((cost) => cost.size === size);
  const [hundred, fourHundred, thousand] = [at(100), at(400), at(1000)];
  const ratio = (fourHundred?.ours ?? 0) / (fourHundred?.plain ?? 0);
  const growth = (thousand?.ours ?? 0) / (hundred?.ours ?? 0);
  return [
    ...(ratio <= 1 / 3 ? [] : [`400 interactions take ${ratio.toFixed(2)} of a plain run: a third was promised`]),
    ...(growth <= TOLERANCE ? [] : [`one of 1,000 costs ${growth.toFixed(2)} times as much as one of 100`]),
  ];
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pactcheck-bench-'));
  const service = await startUserService();
  try {
    console.log(`milliseconds for each interaction, median of ${RUNS}`);
    console.log(`${'interactions'}${'pactcheck'.padStart(12)}${'plain'.padStart(12)}${'ratio'.padStart(8)}`);
    const costs: Cost[] = [];
    for (const size of SIZES) {
      const cost = await costOf(size, folder, service);
      console.log(told(cost));
      costs.push(cost);
    }
    const problems = broken(costs);
    console.log(problems.length === 0 ? 'as promised' : problems.join('\n'));
    process.exitCode = problems.length === 0 ? 0 : 1;
  } finally {
    await service.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

main();
