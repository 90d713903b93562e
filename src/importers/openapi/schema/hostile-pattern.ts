import { runInNewContext } from 'node:vm';

/**
 * On texts of this length what takes the cube of it is done in a tenth of the time given, and what takes its fourth power,
 * or doubles with each character, is not: fast and slow machines come to the same.
 */
const LENGTH = 300;
const MOST_MS = 1_000;

/** A text that a match fails on late: one of these characters all along, and another one at the end. */
const probesFor = (pattern: string): string[] => {
  const own = [...new Set(pattern.replace(/\\[dwsbDWSB]/g, ' a0'))].filter((point) =>
    /[\p{L}\p{N} _.:/-]/u.test(point),
  );
  return [...new Set(['a', '0', ' ', ...own.slice(0, 12)])].map((point) => `${point.repeat(LENGTH)}\u0001`);
};

const TEST = 'probes.forEach((text) => regex.test(text))';

const known = new Map<string, boolean>();

/**
 * Whether a pattern takes a time without bound: its parts can share out the same text in so many ways that a text of
 * some characters keeps the engine busy for ages. It is found out by trying, which is stopped in time.
 */
export function isHostile(pattern: string, flags: string): boolean {
  if (!/[*+}]/.test(pattern)) return false;
  const before = known.get(`${flags}/${pattern}`);
  if (before !== undefined) return before;
  const hostile = !endsInTime(pattern, flags);
  known.set(`${flags}/${pattern}`, hostile);
  return hostile;
}

function endsInTime(pattern: string, flags: string): boolean {
  try {
    runInNewContext(TEST, { regex: new RegExp(pattern, flags), probes: probesFor(pattern) }, { timeout: MOST_MS });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return false;
    throw error;
  }
}
