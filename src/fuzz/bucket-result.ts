import type { Case } from '../contract';
import { type Result, resultOf } from '../result';
import { type Bucket, findingOf, titleOf } from './bucket';
import type { FuzzOptions } from './options';
import { contractSentence } from './telling/contract-sentence';

/** So many classes are listed with a finding. */
const MOST_CLASSES = 20;

/** What the finding may be, other than a mistake, and how to say so. */
const hintFor = ({ complaint }: Bucket, { givesDefaults }: FuzzOptions): string | undefined =>
  complaint.rule === 'invented-field' && givesDefaults !== true
    ? 'a default that is meant? With --gives-defaults only one that is not always the same is a finding'
    : undefined;

/** Status and headers, where they are not those of every response. */
function unusualHead({ status, headers }: Case, { response }: FuzzOptions): string | undefined {
  const told = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const isUsual =
    status === response.status && told.length === 1 && /^content-type: application\/json$/i.test(told[0] ?? '');
  return isUsual ? undefined : [String(status), ...(told.length > 0 ? told : ['no headers'])].join(', ');
}

const given = (details: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(details).filter((entry): entry is [string, string] => entry[1] !== undefined));

/**
 * A bucket as a failed result: the smallest response that shows it, what was expected against what was read, the
 * sentence of the contract, the command that shows it again, and a test to keep.
 * @param suspect what only failing responses have in common, in words.
 */
export function resultOfBucket(options: FuzzOptions, bucket: Bucket, suspect: string | undefined): Result {
  const { smallest, first, count, classes, complaint } = bucket;
  const { model } = options.response;
  const title = titleOf(model, complaint);
  const details = given({
    contract: contractSentence(model, complaint.pointer ?? ''),
    suspect,
    hint: hintFor(bucket, options),
    diff: complaint.diff,
    replay: options.replay?.(first.id),
    payload: smallest.body ?? `base64 ${smallest.bodyBase64 ?? ''}`,
    head: unusualHead(smallest, options),
    jest: options.snippet?.({ title, rule: complaint.rule, testCase: smallest }),
    case: first.id,
    cases: String(count),
    classes: [...classes].slice(0, MOST_CLASSES).join(', '),
  });
  return resultOf(title, [findingOf(bucket)], details);
}
