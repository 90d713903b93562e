import { fromPointer, type Model } from '../contract';
import type { Bucket } from './bucket';
import type { Complaint } from './complaint';
import { pointerTo } from './named-place';

/** Complaints that say nothing of a place by themselves: shrinking tells, unless the error names one. */
const BLAMED: ReadonlySet<string> = new Set(['refuses-valid']);

/** Whether only a smaller body, or the error, can tell what a complaint comes of. */
export const isBlamed = ({ rule, pointer }: Complaint): boolean => pointer === undefined && BLAMED.has(rule);

/** A complaint at the place that its error names, where that is one of the model; others stay as they are. */
export function located(model: Model, complaint: Complaint): Complaint {
  const path = complaint.error?.path;
  if (!isBlamed(complaint) || path === undefined) return complaint;
  const pointer = pointerTo(model, path);
  return pointer === undefined ? complaint : { ...complaint, pointer };
}

/** Words of a message beyond so many characters are most likely those of a body that it quotes. */
const TOLD = 200;

/** The first member of the contract that the message of an error speaks of: two faults of one function differ in it. */
export function spokenOf(names: ReadonlySet<string>, { error }: Pick<Complaint, 'error'>): string | undefined {
  const words = error?.message.slice(0, TOLD).match(/[\p{L}\p{N}_$@-]+/gu) ?? [];
  return words.find((word) => names.has(word));
}

/** Whether two complaints are of one throw, as far as that can be told without a place. */
export const isSameThrow = (left: Complaint, right: Complaint): boolean =>
  left.rule === right.rule && left.error?.name === right.error?.name && left.error?.frame === right.error?.frame;

/** Whether a place lies within another one, or around it. */
export function isRelated(place: string, other: string): boolean {
  const [left, right] = [fromPointer(place), fromPointer(other)];
  return left.every((key, index) => index >= right.length || key === right[index]);
}

/** The bucket whose throw, at the very position, is that of a complaint: one throw is one finding, whatever leads there. */
export const sameThrow = (known: readonly Bucket[], complaint: Complaint): Bucket | undefined =>
  complaint.rule !== 'undeclared-error' || complaint.error?.position === undefined
    ? undefined
    : known.find(
        (bucket) =>
          isSameThrow(bucket.complaint, complaint) && bucket.complaint.error?.position === complaint.error?.position,
      );
