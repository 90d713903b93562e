import type { Standing } from '../../fuzz';
import type { Finding } from '../../result';

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
