import type { Case } from '../contract';
import { isBlamed, isRelated, isSameThrow, located, sameThrow } from './blame';
import { type Bucket, fingerprintOf, keyOf, placeIn } from './bucket';
import type { Complaint } from './complaint';
import { sameDeath, type Told } from './deaths';
import type { Examination } from './examination';
import { HISTORY, mayBeOfHistory, onlyAfter } from './history';
import type { Laboratory } from './laboratory';
import { placeOf, siteOf } from './place-of';
import { isMutant } from './plan';
import { plainAt } from './shrink';
import { SmallestCases } from './smallest-cases';
import { THOROUGH_RULES } from './thoroughness';

/** What buckets hold, as plain data. */
export interface BucketsState {
  readonly buckets: readonly (Omit<Bucket, 'classes' | 'valid'> & {
    readonly classes: readonly string[];
    readonly valid: readonly string[];
  })[];
  /** Keys before shrinking, each with the key of the bucket that it led to. */
  readonly known: readonly (readonly [string, string])[];
  readonly shrunk: number;
}

/** Findings with the same error as an earlier one of this rule are the same. */
const SAME_ERROR: Readonly<Record<string, string>> = {
  'undeclared-error': 'refuses-valid',
  'escaped-error': 'escaped-error',
};

/** So many faults are looked for in one case. */
const MOST_FAULTS = 3;

/** Gathers complaints, each under what it most likely comes of, with the smallest case that shows it. */
export class Buckets {
  private readonly byKey = new Map<string, Bucket>();
  /** Keys before shrinking, and the bucket that they led to. */
  private readonly known = new Map<string, Bucket>();
  private readonly smallest: SmallestCases;

  constructor(private readonly laboratory: Laboratory) {
    this.smallest = new SmallestCases(laboratory);
  }

  get all(): readonly Bucket[] {
    return [...this.byKey.values()];
  }

  /** What is known so far, to go on from it later. */
  get state(): BucketsState {
    return {
      buckets: this.all.map((bucket) => ({ ...bucket, classes: [...bucket.classes], valid: [...bucket.valid] })),
      known: [...this.known].map(([early, { complaint }]) => [early, keyOf(this.laboratory.model, complaint)]),
      shrunk: this.smallest.shrunk,
    };
  }

  /** Goes on from what was known. */
  restore({ buckets, known, shrunk }: BucketsState): void {
    for (const bucket of buckets)
      this.byKey.set(keyOf(this.laboratory.model, bucket.complaint), {
        ...bucket,
        classes: new Set(bucket.classes),
        valid: new Set(bucket.valid),
      });
    for (const [early, key] of known) {
      const bucket = this.byKey.get(key);
      if (bucket !== undefined) this.known.set(early, bucket);
    }
    this.smallest.shrunk = shrunk;
  }

  /** Takes what was said about a case: all of it, or nothing where looking for the smallest one is broken off. */
  async add(testCase: Case, complaints: Examination): Promise<void> {
    const met: Bucket[] = [];
    for (const complaint of complaints)
      met.push(...(await this.bucketsOf(testCase, located(this.laboratory.model, complaint))));
    for (const bucket of new Set(met)) {
      bucket.count += 1;
      if (testCase.verdict === 'accept' && !isMutant(testCase)) bucket.valid.add(testCase.id);
      for (const [site, name] of Object.entries(testCase.classes))
        if (name !== 'absent') bucket.classes.add(`${site} ${name}`.trim());
    }
  }

  private async bucketsOf(testCase: Case, complaint: Complaint): Promise<readonly Bucket[]> {
    const early = this.earlyKey(testCase, complaint);
    const known =
      this.known.get(early) ??
      this.sameError(complaint) ??
      sameThrow(this.all, complaint) ??
      this.sameWords(complaint) ??
      (await sameDeath(this.laboratory, this.all, testCase, complaint)) ??
      (await this.sameCause(testCase, complaint));
    const buckets = known === undefined ? await this.bucketsFor(testCase, complaint) : [known];
    for (const bucket of buckets) if (this.isTold(testCase, complaint, bucket)) this.known.set(early, bucket);
    return buckets;
  }

  private earlyKey(testCase: Case, complaint: Complaint): string {
    const key = keyOf(this.laboratory.model, complaint, siteOf(testCase));
    return isBlamed(complaint) ? `${key} ${this.smallest.spokenOf(complaint) ?? ''}` : key;
  }

  /** Whether what comes of a case tells what comes of the next ones about the same: not where it was met by chance. */
  private isTold(testCase: Case, complaint: Complaint, { complaint: { pointer = '' } }: Bucket): boolean {
    return (
      !isBlamed(complaint) || pointer === '' || isRelated(placeOf(testCase), placeIn(this.laboratory.model, pointer))
    );
  }

  /** The last of the known buckets that have to be cured of their causes before a case fails no more. */
  private async sameCause(testCase: Case, complaint: Complaint): Promise<Bucket | undefined> {
    if (!isBlamed(complaint) || testCase.body === undefined) return undefined;
    let body = testCase.body;
    for (const bucket of this.all.filter((other) => isSameThrow(other.complaint, complaint))) {
      const plainer = this.without(bucket, body);
      if (plainer === undefined) continue;
      body = plainer;
      if (!(await this.failsSo({ ...testCase, body }, complaint))) return bucket;
    }
    return undefined;
  }

  /** The body with nothing special where a bucket is; `undefined` where there is nothing special in it. */
  private without({ complaint: { pointer = '' } }: Bucket, body: string): string | undefined {
    const { model } = this.laboratory;
    const place = placeIn(model, pointer);
    const isThere = (other: string): boolean => placeIn(model, other) === place;
    return pointer === '' ? undefined : plainAt(body, this.smallest.plainFor(body), { pointer, isThere });
  }

  private async failsSo(testCase: Case, complaint: Complaint): Promise<boolean> {
    const found = await this.laboratory.examine({ testCase, thorough: false });
    return found.some((other) => isSameThrow(other, complaint));
  }

  /** One bucket for each fault of a case: what it still fails of once the first is cured is another one. */
  private async bucketsFor(first: Case, complaint: Complaint, most = MOST_FAULTS): Promise<readonly Bucket[]> {
    const bucket = await this.bucketFor(first, complaint);
    if (!isBlamed(complaint) || first.body === undefined || most <= 1) return [bucket];
    const body = this.without(bucket, first.body);
    if (body === undefined || this.smallest.judgement({ ...first, body }) !== this.smallest.judgement(first))
      return [bucket];
    if (!(await this.failsSo({ ...first, body }, complaint))) return [bucket];
    return [bucket, ...(await this.bucketsFor({ ...first, body }, complaint, most - 1))];
  }

  /** A failure that valid responses meet too, or that escaped before, at the same place of the parser, is no other one. */
  private sameError({ rule, error }: Complaint): Bucket | undefined {
    const before = SAME_ERROR[rule];
    if (before === undefined || error === undefined || error.frame === '') return undefined;
    return this.all.find(
      ({ complaint }) =>
        complaint.rule === before && complaint.error?.name === error.name && complaint.error.frame === error.frame,
    );
  }

  /** A program that breaks the protocol in the same words, as by what it prints between its answers, has one reason. */
  private sameWords({ rule, message }: Complaint): Bucket | undefined {
    if (rule !== 'protocol-broken') return undefined;
    return this.all.find(({ complaint }) => complaint.rule === rule && complaint.message === message);
  }

  /** Whether a case does so only after others: where it is read alone, in an isolate of its own, nothing is wrong. */
  private async isOfHistory(testCase: Case, { rule }: Complaint): Promise<boolean> {
    const { givesDefaults } = this.laboratory;
    const isKnown = this.all.some(({ complaint }) => complaint.rule === HISTORY);
    if (!mayBeOfHistory(rule, { isKnown, givesDefaults })) return false;
    const found = await this.laboratory.alone?.({ testCase, thorough: THOROUGH_RULES.has(rule) });
    return found !== undefined && !found.some((other) => other.rule === rule);
  }

  private async bucketFor(first: Case, complaint: Complaint): Promise<Bucket> {
    if (await this.isOfHistory(first, complaint))
      return this.kept(first, { smallest: first, complaint: onlyAfter(complaint) });
    return this.kept(first, await this.smallest.of(first, complaint));
  }

  private kept(first: Case, { smallest, complaint: told, cure }: Told): Bucket {
    const key = keyOf(this.laboratory.model, told);
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const fingerprint = fingerprintOf(this.laboratory.model, told);
    const bucket: Bucket = {
      fingerprint,
      complaint: told,
      smallest,
      first,
      ...(cure === undefined ? {} : { cure }),
      count: 0,
      classes: new Set(),
      valid: new Set(),
    };
    this.byKey.set(key, bucket);
    this.laboratory.onNew?.(bucket);
    return bucket;
  }
}
