import { type Coverage, type CoverageFigure, type Finding, fingerprint, type Result, resultOf } from '../../result';

/** What of a coverage may have a limit. */
export const FIGURES = ['classes', 'pairs', 'triples'] as const;

/** The least shares, in percent of what is feasible. */
export type Thresholds = { readonly [K in (typeof FIGURES)[number]]?: number };

const percentOf = ({ covered, feasible }: CoverageFigure): number =>
  feasible === 0 ? 100 : (covered / feasible) * 100;

function findingOf(name: string, figure: CoverageFigure | undefined, least: number, contract: string): Finding {
  const shown = figure === undefined ? 'not measured' : `${figure.covered} of ${figure.feasible}`;
  return {
    rule: 'coverage-below',
    level: 'error',
    pointer: '',
    message:
      figure === undefined
        ? `${name} are not measured: ask for --strength 3.`
        : `Less than ${least} % of ${name} are covered. Add the interactions that \`pactcheck coverage ${contract}\` names.`,
    expected: `at least ${least} %`,
    actual: figure === undefined ? shown : `${Math.floor(percentOf(figure) * 10) / 10} % (${shown})`,
    fingerprint: fingerprint({ rule: 'coverage-below', place: name, scope: contract }),
  };
}

/** A result for each threshold: failed where less is covered. */
export function thresholdResults(limits: Thresholds, coverage: Coverage, contract: string): Result[] {
  return FIGURES.flatMap((name) => {
    const least = limits[name];
    if (least === undefined) return [];
    const figure = coverage[name];
    const isEnough = figure !== undefined && percentOf(figure) >= least;
    return [resultOf(`${name} at least ${least} %`, isEnough ? [] : [findingOf(name, figure, least, contract)])];
  });
}
