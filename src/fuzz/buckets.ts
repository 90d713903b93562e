import { bodyBytes, type Case, fromPointer, generalPointer, type Model, resolve } from '../contract';
import type { Finding } from '../result';
import { type Bucket, fingerprintOf, keyOf } from './bucket';
import { GivenUp } from './chambers';
import type { Complaint } from './complaint';
import { attributed, sameDeath, type Told } from './deaths';
import { endingOf } from './endings';
import type { Examination, SingleCase } from './examination';
import { isMutant } from './plan';
import { culpritOf, faultStays, plainLike, shrink } from './shrink';
import { printTextTree, readTextTree, type TextNode } from './text-tree';
import { THOROUGH_RULES } from './thoroughness';

/** What buckets need to find the smallest case of each. */
export interface Laboratory {
  readonly model: Model;
  /** What the contract says against a body: a smaller case must be judged as the first one. */
  readonly judge: (body: Buffer) => readonly Finding[];
  readonly examine: (job: SingleCase) => Promise<Examination>;
  /** Valid bodies of which nothing is special, one for each branch of a union. */
  readonly plains: readonly string[];
  /** Valid bodies, to see what is otherwise where nothing goes wrong. */
  readonly valid: readonly string[];
  /** Told of each new bucket. */
  readonly onNew?: ((bucket: Bucket) => void) | undefined;
}

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

/** So many findings are made small; of more, a smallest case is not looked for. */
const MOST_SHRUNK = 150;

/** No smaller case is looked for of what only a measurement, or another program, shows. */
const AS_IT_IS: ReadonlySet<string> = new Set(['super-linear-time', 'depends-on-time-zone']);

/** Findings with the same error as an earlier one of this rule are the same. */
const SAME_ERROR: Readonly<Record<string, string>> = {
  'undeclared-error': 'refuses-valid',
  'escaped-error': 'escaped-error',
};

const USUAL_TRIALS = 250;
const FEWER_TRIALS = 100;

/** Where a case departs from a plain one, as far as it says so itself; branches of unions are no places in a body. */
const placeOf = (testCase: Case): string =>
  testCase.pointer ?? (siteOf(testCase).split(' ')[0] ?? '').replace(/\/\|\d+(?=\/|$)/g, '');

/** The site that a case is about, where it is about one. */
const siteOf = ({ classes }: Case): string =>
  Object.entries(classes)
    .filter(([, name]) => name !== 'absent' && name !== 'typical')
    .map(([site]) => site)
    .slice(0, 2)
    .join(' ');

/** The case as it is, where no smaller one is looked for. */
const unshrunk = (first: Case, complaint: Complaint): Told => ({
  smallest: first,
  complaint: { ...complaint, pointer: complaint.pointer ?? '' },
});

/** Gathers complaints, each under what it most likely comes of, with the smallest case that shows it. */
export class Buckets {
  private readonly byKey = new Map<string, Bucket>();
  /** Keys before shrinking, and the bucket that they led to. */
  private readonly known = new Map<string, Bucket>();
  private shrunk = 0;
  private plains: readonly TextNode[] | undefined;

  constructor(private readonly laboratory: Laboratory) {}

  get all(): readonly Bucket[] {
    return [...this.byKey.values()];
  }

  /** What is known so far, to go on from it later. */
  get state(): BucketsState {
    return {
      buckets: this.all.map((bucket) => ({ ...bucket, classes: [...bucket.classes], valid: [...bucket.valid] })),
      known: [...this.known].map(([early, { complaint }]) => [early, keyOf(this.laboratory.model, complaint)]),
      shrunk: this.shrunk,
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
    this.shrunk = shrunk;
  }

  /** Takes what was said about a case: all of it, or nothing where looking for the smallest one is broken off. */
  async add(testCase: Case, complaints: Examination): Promise<void> {
    const met: Bucket[] = [];
    for (const complaint of complaints) met.push(await this.bucketOf(testCase, complaint));
    for (const bucket of met) {
      bucket.count += 1;
      if (testCase.verdict === 'accept' && !isMutant(testCase)) bucket.valid.add(testCase.id);
      for (const [site, name] of Object.entries(testCase.classes))
        if (name !== 'absent') bucket.classes.add(`${site} ${name}`.trim());
    }
  }

  private async bucketOf(testCase: Case, complaint: Complaint): Promise<Bucket> {
    const early = keyOf(this.laboratory.model, complaint, siteOf(testCase));
    const bucket =
      this.known.get(early) ??
      this.sameError(complaint) ??
      this.sameWords(complaint) ??
      (await sameDeath(this.laboratory, this.all, testCase, complaint)) ??
      (await this.bucketFor(testCase, complaint));
    this.known.set(early, bucket);
    return bucket;
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

  private async bucketFor(first: Case, complaint: Complaint): Promise<Bucket> {
    const {
      smallest,
      complaint: told,
      cure,
    } = await this.smallestOf(first, complaint).catch((error: unknown) => {
      if (error instanceof GivenUp) return unshrunk(first, complaint);
      throw error;
    });
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

  private async smallestOf(first: Case, complaint: Complaint): Promise<Told> {
    if (first.body === undefined || this.shrunk >= MOST_SHRUNK) return unshrunk(first, complaint);
    this.shrunk += 1;
    const judgement = this.judgement(first);
    const thorough = THOROUGH_RULES.has(complaint.rule);
    const isPatient = complaint.rule === 'escaped-error';
    const plain = this.plainFor(first.body);
    const isValid = (body: string): boolean => this.laboratory.judge(Buffer.from(body)).length === 0;
    const stays =
      first.verdict === 'reject' ? faultStays(first.body, first.pointer ?? '', { plain, isValid }) : () => true;
    const same = async (testCase: Case, explain = false): Promise<Complaint | undefined> => {
      if (this.judgement(testCase) !== judgement || !stays(testCase.body ?? '')) return undefined;
      const found = await this.laboratory.examine({ testCase, thorough, explain, isPatient });
      return found.find((other) => this.isSame(other, complaint));
    };
    const stillFails = async (candidate: Case): Promise<boolean> => (await same(candidate)) !== undefined;
    const trials = AS_IT_IS.has(complaint.rule) ? 0 : endingOf(complaint.rule)?.trials;
    const isCostly = trials !== undefined;
    const budget = trials ?? (thorough ? FEWER_TRIALS : USUAL_TRIALS);
    const smallest = await shrink(first, stillFails, { plain, budget, needed: this.neededFor(first, complaint) });
    const told = (isCostly ? undefined : await same(smallest, true)) ?? complaint;
    if (budget < USUAL_TRIALS)
      return attributed(this.laboratory, { smallest, complaint: { ...told, pointer: told.pointer ?? placeOf(first) } });
    const fails = async (body: string): Promise<boolean> => (await same({ ...smallest, body })) !== undefined;
    const pointer =
      told.pointer ?? (plain === undefined ? '' : await culpritOf(smallest.body ?? '', printTextTree(plain), fails));
    return { smallest, complaint: { ...told, pointer } };
  }

  /** What the body would be were nothing special about it. */
  private plainFor(body: string): TextNode | undefined {
    const tree = readTextTree(body);
    this.plains ??= this.laboratory.plains.flatMap((plain) => readTextTree(plain) ?? []);
    return tree === undefined ? undefined : plainLike(tree, this.plains);
  }

  /** The required members, and the one that it is about. */
  private neededFor(first: Case, { pointer = placeOf(first) }: Complaint): ReadonlySet<string> {
    const { schema, definitions } = this.laboratory.model;
    const root = resolve(schema, definitions);
    const properties = root.kind === 'object' ? root.properties : [];
    const required = properties.filter((property) => property.required).map(({ name }) => name);
    return new Set([...required, ...fromPointer(pointer).slice(0, 1)]);
  }

  private isSame(other: Complaint, complaint: Complaint): boolean {
    return keyOf(this.laboratory.model, other) === keyOf(this.laboratory.model, complaint);
  }

  /** What the contract says against a case, by rule and site: that much must stay as it is. */
  private judgement(testCase: Case): string {
    const findings = this.laboratory.judge(bodyBytes(testCase));
    const told = findings.map(({ rule, pointer }) => `${rule} ${generalPointer(this.laboratory.model, pointer)}`);
    return [...new Set(told)].sort().join('\n');
  }
}
