import { BUGS } from './bugs';
import { OURS } from './contenders';
import { median } from './measure';
import { type Measured, SPEEDS } from './report';
import { callsOfSeed, SEEDS } from './tasks/shrinking';

/** A figure to reach. */
interface Target {
  readonly name: string;
  readonly reached: number;
  readonly wanted: number;
  readonly is: 'at least' | 'at most';
}

/** How much faster than the baseline payloads are to be drawn, in the order of the ways. */
const FASTER = [6, 6, 10, 15, 30, 30];

const bugs = Object.keys(BUGS);
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Of each bug and seed with which both found it, the share of the baseline's predicate calls. */
function callShares(measured: Measured): number[] {
  const seeds = Array.from({ length: SEEDS }, (_, index) => callsOfSeed(index + 1));
  return bugs
    .flatMap((bug) => seeds.map((figure) => 1 / measured.times(OURS, 'shrinking', bug, figure)))
    .filter((share) => Number.isFinite(share));
}

/** The figures that the generator is held to. */
export function targetsOf(measured: Measured): Target[] {
  const ours = (task: string, about: string, figure: string): number => measured.middle(OURS, task, about, figure);
  const speeds = SPEEDS.map(({ title, task, about, like }, index): Target => {
    const reached = measured.times(OURS, task, about, 'cost', like);
    return { name: `${title}, times faster`, reached, wanted: FASTER[index] as number, is: 'at least' };
  });
  const least = (name: string, reached: number, wanted: number): Target => ({ name, reached, wanted, is: 'at least' });
  const most = (name: string, reached: number, wanted: number): Target => ({ name, reached, wanted, is: 'at most' });
  const found = (figure: string): number => sum(bugs.map((bug) => ours('shrinking', bug, figure)));
  const both = (task: string, figure: string): number => ours(task, 'values', figure) + ours(task, 'texts', figure);
  return [
    ...speeds,
    least('planted bugs found', found('found'), found('of')),
    most('predicate calls of a shrink, share at the median', median(callShares(measured)), 0.5),
    most('predicate calls of a shrink, share at the most', Math.max(...callShares(measured)), 1.2),
    most('growth of memory over 1,000,000 values, MiB', ours('memory', 'values', 'growth'), 4),
    most('growth of memory over 1,000,000 texts, MiB', ours('memory', 'texts', 'growth'), 4),
    most('compiling, ms', ours('compiling', '', 'compile'), 50),
    least('payloads judged by ajv', both('validity', 'draws'), 1_000_000),
    most('payloads refused by ajv', both('validity', 'refused'), 0),
    least('pairs of presence after 50 draws, at the median', ours('pairs', 'values', 'share'), 0.99),
  ];
}

const isReached = ({ reached, wanted, is }: Target): boolean =>
  is === 'at least' ? reached >= wanted : reached <= wanted;

/** What was not measured is not missed. */
export const missed = (targets: readonly Target[]): readonly Target[] =>
  targets.filter((target) => Number.isFinite(target.reached) && !isReached(target));

const shown = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(3));

/** One line for each figure that was measured. */
export const targetLines = (targets: readonly Target[]): string[] =>
  targets
    .filter(({ reached }) => Number.isFinite(reached))
    .map((target) => {
      const mark = isReached(target) ? 'reached' : 'MISSED ';
      return `${mark}  ${target.name.padEnd(52)}${shown(target.reached).padStart(10)}   ${target.is} ${shown(target.wanted)}`;
    });
