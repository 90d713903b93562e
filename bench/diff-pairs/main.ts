// How `diff` judges pairs of documents whose level others have set: `node -r esbuild-register bench/diff-pairs/main.ts DIR`.
// The format of DIR, and the figures of others' tests: README.md.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadContract } from '../../src/app/contract-reference';
import { diffTools } from '../../src/app/diff/tools';
import { diffContracts } from '../../src/breaking';
import type { Result } from '../../src/result';
import { LEVELS, type Level, type Pair, pairsIn } from './pairs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { levels: { type: 'boolean', default: false } },
});

/** The outcome of a pair. */
interface Judged {
  readonly pair: Pair;
  readonly level?: Level;
  readonly findings: readonly string[];
  /** Why the pair cannot be compared. */
  readonly refusal?: string;
}

const findingsOf = (results: readonly Result[]): string[] =>
  results.flatMap(({ findings, details }) =>
    findings.map(
      ({ level, message }) => `${level}: ${message}${details?.['payload'] ? ` <- ${details['payload']}` : ''}`,
    ),
  );

function levelOf(results: readonly Result[]): Level {
  const found = results.flatMap(({ findings }) => findings.map(({ level }) => level));
  return [...LEVELS].reverse().find((level) => found.some((one) => one === level)) ?? 'none';
}

async function judge(pair: Pair, folder: string): Promise<Judged> {
  try {
    const reading = { cwd: folder, isWhole: true };
    const before = await loadContract(join(folder, pair.before), reading);
    const after = await loadContract(join(folder, pair.after), reading);
    const options = { tools: diffTools(after), failOn: 'none', ignores: [], today: '2026-01-01' } as const;
    const { results } = diffContracts(before, after, options);
    return { pair, level: levelOf(results), findings: findingsOf(results) };
  } catch (error) {
    return { pair, findings: [], refusal: (error as Error).message };
  }
}

const isBreaking = (level: Level): boolean => level === 'breaking';

function agrees({ pair, level }: Judged): boolean {
  if (level === undefined) return false;
  const wanted = [pair.level].flat();
  return values.levels ? wanted.includes(level) : wanted.some((one) => isBreaking(one) === isBreaking(level));
}

function line(judged: Judged): string {
  const { pair, level, findings, refusal } = judged;
  if (refusal !== undefined) return `refused   ${pair.id}: ${refusal}`;
  const wanted = [pair.level].flat().join(' or ');
  const shown = findings.slice(0, 6).map((finding) => `\n    ${finding}`);
  if (agrees(judged)) return pair.because === undefined ? '' : `stale     ${pair.id}: the reason is no longer needed`;
  const why = pair.because === undefined ? 'DISAGREES' : 'differs  ';
  return `${why} ${pair.id}: ${wanted} expected, ${level} found${pair.because === undefined ? '' : `: ${pair.because}`}${shown.join('')}`;
}

async function main(folder: string): Promise<void> {
  const all: Judged[] = [];
  for (const pair of pairsIn(folder)) all.push(await judge(pair, folder));
  const refused = all.filter(({ refusal }) => refusal !== undefined);
  const agreed = all.filter(agrees);
  const open = all.filter((judged) => judged.refusal === undefined && !agrees(judged));
  const unexplained = open.filter(({ pair }) => pair.because === undefined);
  const stale = agreed.filter(({ pair }) => pair.because !== undefined);
  console.log(all.map(line).filter(Boolean).join('\n'));
  console.log(
    `${all.length} pairs: ${agreed.length} agreed, ${open.length} not (${unexplained.length} without a reason), ` +
      `${refused.length} refused, ${stale.length} stale reasons`,
  );
  process.exitCode = unexplained.length + stale.length > 0 ? 1 : 0;
}

void main(positionals[0] ?? '.');
