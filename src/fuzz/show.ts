import { inspect } from 'node:util';
import { shorten } from '../result';

/** A value of a program, as a line of a report shows it. Showing it never throws. */
export function show(value: unknown): string {
  try {
    if (typeof value === 'string') return shorten(JSON.stringify(value));
    return shorten(inspect(value, { depth: 2, breakLength: Number.POSITIVE_INFINITY, maxArrayLength: 6 }));
  } catch {
    return 'a value that cannot be shown';
  }
}
