import { type Case, generalPointer, type Model } from '../contract';
import { type Finding, fingerprint } from '../result';
import type { Complaint } from './complaint';

/** Complaints that most likely have one cause: the same oracle, site and error. */
export interface Bucket {
  readonly complaint: Complaint;
  /** The smallest case that shows it. */
  readonly smallest: Case;
  /** The case that showed it first. */
  readonly first: Case;
  /** How many cases showed it. */
  count: number;
  /** Classes that it was seen with, `site class`. */
  readonly classes: Set<string>;
}

/** What tells buckets apart; never a generated value. */
export function keyOf(model: Model, { rule, pointer, error }: Complaint, site?: string): string {
  const place = pointer === undefined ? `?${site ?? ''}` : generalPointer(model, pointer);
  return JSON.stringify([rule, place, error?.name ?? '', error?.frame ?? '']);
}

/** The finding that a bucket is reported as. */
export function findingOf(model: Model, { complaint }: Bucket): Finding {
  const { rule, pointer = '', message, expected, actual, error } = complaint;
  const scope = error === undefined ? '' : `${error.name} ${error.frame}`;
  const place = generalPointer(model, pointer);
  return { rule, level: 'error', pointer, message, expected, actual, fingerprint: fingerprint({ rule, place, scope }) };
}
