import { type Result, resultOf } from '../result';
import { type Bucket, findingOf } from './bucket';
import type { FuzzOptions } from './options';

/** So many classes are listed with a finding. */
const MOST_CLASSES = 20;

/** A bucket as a failed result: the smallest response that shows it, and the command that shows it again. */
export function resultOfBucket({ response, replay }: FuzzOptions, bucket: Bucket): Result {
  const { smallest, first, count, classes, complaint } = bucket;
  return resultOf(`${complaint.rule} ${first.id}`, [findingOf(response.model, bucket)], {
    ...(replay === undefined ? {} : { replay: replay(first.id) }),
    payload: smallest.body ?? `base64 ${smallest.bodyBase64 ?? ''}`,
    case: first.id,
    cases: String(count),
    classes: [...classes].slice(0, MOST_CLASSES).join(', '),
  });
}
