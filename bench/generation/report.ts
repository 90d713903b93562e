import { BUGS } from './bugs';
import type { Case, Figures } from './case';
import { BASELINE, OURS } from './contenders';
import { median } from './measure';

/** What was measured of a case, once for each round. */
export class Measured {
  private readonly rounds = new Map<string, Figures[]>();

  add(one: Case, figures: Figures): void {
    const key = JSON.stringify([one.contender, one.task, one.about]);
    this.rounds.set(key, [...(this.rounds.get(key) ?? []), figures]);
  }

  of(contender: string, task: string, about: string): readonly Figures[] {
    return this.rounds.get(JSON.stringify([contender, task, about])) ?? [];
  }

  /** The median over the rounds; NaN where nothing was measured. */
  middle(contender: string, task: string, about: string, figure: string): number {
    return median(this.of(contender, task, about).map((figures) => figures[figure] ?? Number.NaN));
  }

  /**
   * How often what the baseline needs is what a contender needs: the median over rounds of the ratio within each.
   * @param like what of the baseline is compared, where that is something else.
   */
  times(contender: string, task: string, about: string, figure: string, like = about): number {
    const own = this.of(contender, task, about);
    const baseline = this.of(BASELINE, task, like);
    return median(own.map((figures, round) => (baseline[round]?.[figure] ?? Number.NaN) / (figures[figure] as number)));
  }
}

const fixed = (value: number, digits = 1): string => (Number.isNaN(value) ? '-' : value.toFixed(digits));

/** One way in which payloads are drawn. */
export interface Speed {
  readonly title: string;
  readonly task: 'sample' | 'generate';
  readonly about: string;
  /** What of the baseline it is compared with. */
  readonly like: string;
}

/** All ways. */
export const SPEEDS: readonly Speed[] = [
  { title: 'objects through fc.sample', task: 'sample', about: 'values', like: 'values' },
  { title: 'objects through generate', task: 'generate', about: 'values', like: 'values' },
  { title: 'JSON text through fc.sample', task: 'sample', about: 'texts', like: 'texts' },
  { title: 'JSON text through generate', task: 'generate', about: 'texts', like: 'texts' },
  { title: 'cases to reject, to an object of fc.record', task: 'generate', about: 'rejects', like: 'values' },
  { title: 'cases left open, to an object of fc.record', task: 'generate', about: 'eithers', like: 'values' },
];

/** How fast each contender draws, in one way. */
export function speedLines(measured: Measured, contenders: readonly string[], speed: Speed): string[] {
  const { title, task, about, like } = speed;
  const lines = contenders
    .filter((contender) => measured.of(contender, task, about).length > 0)
    .map((contender) => {
      const times = fixed(measured.times(contender, task, about, 'cost', like));
      const cost = fixed(measured.middle(contender, task, about, 'cost') / 1_000, 2);
      const size = fixed(measured.middle(contender, task, about, 'size'), 0);
      return `  ${contender.padEnd(20)}${`${times} x`.padStart(9)}${cost.padStart(11)} us${size.padStart(9)} characters`;
    });
  return [title, ...lines, ''];
}

/** What shrinking takes, bug by bug: the baseline, this project, and the share of the one in the other. */
export function shrinkingLines(measured: Measured): string[] {
  const columns = ['found', 'calls', 'most', 'cost', 'size'] as const;
  const pair = (bug: string, figure: string): string =>
    [BASELINE, OURS]
      .map((contender) => measured.middle(contender, 'shrinking', bug, figure) / (figure === 'cost' ? 1e6 : 1))
      .map((value) => fixed(value, figure === 'cost' ? 1 : 0))
      .join(' : ');
  const header = ['found', 'calls', 'most calls', 'ms', 'characters'].map((name) => name.padStart(14)).join('');
  return [
    `${`shrinking, ${BASELINE} : ${OURS}`.padEnd(36)}${header}`,
    ...Object.keys(BUGS).map(
      (bug) => `  ${bug.padEnd(34)}${columns.map((figure) => pair(bug, figure).padStart(14)).join('')}`,
    ),
    '',
  ];
}
