import type { CoverageFigure } from '../result';

/** The share in percent, rounded down to a tenth: 100 only where nothing is missing. */
const percentOf = ({ covered, feasible }: CoverageFigure): number =>
  feasible === 0 ? 100 : Math.floor((covered / feasible) * 1000) / 10;

/** `9 of 10 (90 %)` */
export const figureText = (figure: CoverageFigure): string =>
  `${figure.covered} of ${figure.feasible} (${percentOf(figure)} %)`;
