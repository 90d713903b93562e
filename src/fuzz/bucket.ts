import { type Case, generalPointer, type Model, sitesOf } from '../contract';
import { type Finding, fingerprint } from '../result';
import type { Complaint } from './complaint';
import type { Cure } from './shrink';

/** Complaints that most likely have one cause: the same oracle, site and error. */
export interface Bucket {
  /** Stable over runs and machines: what a baseline names it by. */
  readonly fingerprint: string;
  readonly complaint: Complaint;
  /** The smallest case that shows it. */
  readonly smallest: Case;
  /** The case that showed it first. */
  readonly first: Case;
  /** Of what ends or blocks a parser: without what it does not happen. */
  readonly cure?: Cure;
  /** How many cases showed it. */
  count: number;
  /** Classes that it was seen with, `site class`. */
  readonly classes: Set<string>;
  /** Ids of the valid responses of the pool that showed it. */
  readonly valid: Set<string>;
}

/**
 * The place of a pointer in the model: what a recursive model repeats on the way, `/children/[]/children/[]`, counts once,
 * since the same part of a parser reads it at every depth.
 */
export function placeIn(model: Model, pointer: string): string {
  const place = generalPointer(model, pointer);
  const once = place.replace(/((?:\/[^/]+)+?)\1+(?=\/|$)/g, '$1');
  return once === place || sitesOf(model).some(({ pointer: site }) => site === place) ? place : once;
}

/** What tells buckets apart; never a generated value. */
export function keyOf(model: Model, { rule, pointer, error }: Complaint, site?: string): string {
  const place = pointer === undefined ? `?${site ?? ''}` : placeIn(model, pointer);
  return JSON.stringify([rule, place, error?.name ?? '', error?.frame ?? '']);
}

/** What a bucket is called: the same at every run, with any seed, and of any part of the work. */
export function titleOf(model: Model, { rule, pointer = '', error }: Complaint): string {
  const thrown = error === undefined ? '' : ` ${error.name}${error.frame === '' ? '' : ` in ${error.frame}`}`;
  return `${rule} ${placeIn(model, pointer) || 'body'}${thrown}`;
}

/** The finding that a bucket is reported as. */
export function findingOf({ complaint, fingerprint }: Pick<Bucket, 'complaint' | 'fingerprint'>): Finding {
  const { rule, pointer = '', message, expected, actual } = complaint;
  return { rule, level: 'error', pointer, message, expected, actual, fingerprint };
}

/** The fingerprint of the bucket that a complaint falls into. */
export function fingerprintOf(model: Model, { rule, pointer = '', error }: Complaint): string {
  const scope = error === undefined ? '' : `${error.name} ${error.frame}`;
  return fingerprint({ rule, place: placeIn(model, pointer), scope });
}
