import type { Operation } from '../../contract';
import type { Exchange } from '../exchange';
import type { Difference } from './compared';
import type { Recorder } from './recorder';

/** Tells a member that is not as it should be, with the calls that show it. */
export function tellDifference(
  rule: string,
  how: string,
  { pointer, expected, actual }: Difference,
  operation: Operation,
  story: readonly Exchange[],
  recorder: Recorder,
): void {
  recorder.tell(operation, { rule, message: `${pointer.slice(1)} ${how}`, expected, actual, pointer }, story);
}
