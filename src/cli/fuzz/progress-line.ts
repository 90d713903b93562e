import type { Standing } from '../../fuzz';
import type { Finding } from '../../result';
import type { Context } from '../context';

/** The line is drawn anew no more often than this, in milliseconds: a person reads no faster. */
const EVERY = 200;

const CLEAR = '\r\u001b[K';

const grouped = (count: number): string => String(Math.round(count)).replace(/\B(?=(?:\d{3})+$)/g, ' ');

const seconds = (milliseconds: number): string => {
  const whole = Math.floor(milliseconds / 1000);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
};

/** How far a run is, in one line: what was done and how fast, what it covers, and whether it still finds something. */
export function progressText(standing: Standing, isKnown: (finding: Finding) => boolean): string {
  const { elapsed, calls, classes, sinceNew, findings } = standing;
  const known = findings.filter(isKnown).length;
  const rate = elapsed < 1 ? 0 : (calls * 1000) / elapsed;
  return [
    seconds(elapsed),
    `${grouped(calls)} executions (${grouped(rate)}/s)`,
    `classes ${classes.covered} of ${classes.feasible}`,
    findings.length === 0 ? 'nothing found' : `last new finding ${seconds(sinceNew)} ago`,
    `${findings.length - known} new, ${known} known`,
  ].join(' · ');
}

/** Draws the line for a person who waits at a terminal, and takes it away at the end. */
export interface ProgressLine {
  readonly draw: (standing: Standing) => void;
  readonly clear: () => void;
}

/** A progress line on stderr; one that does nothing where nobody watches. */
export function progressLine(
  { isTerminal, options, err, colors }: Pick<Context, 'isTerminal' | 'options' | 'err' | 'colors'>,
  isKnown: (finding: Finding) => boolean,
): ProgressLine {
  if (!isTerminal || options.quiet) return { draw: () => undefined, clear: () => undefined };
  let last = Number.NEGATIVE_INFINITY;
  return {
    draw: (standing) => {
      if (standing.elapsed - last < EVERY) return;
      last = standing.elapsed;
      err(`${CLEAR}${colors.dim(progressText(standing, isKnown))}`);
    },
    clear: () => err(CLEAR),
  };
}
