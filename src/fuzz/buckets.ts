import { bodyBytes, type Case, generalPointer, type Model } from '../contract';
import type { Finding } from '../result';
import { type Bucket, keyOf } from './bucket';
import type { Complaint } from './complaint';
import type { Examination } from './examine';
import { culpritOf, shrink } from './shrink';

/** What buckets need to find the smallest case of each. */
export interface Laboratory {
  readonly model: Model;
  /** What the contract says against a body: a smaller case must be judged as the first one. */
  readonly judge: (body: Buffer) => readonly Finding[];
  readonly examine: (testCase: Case) => Promise<Examination>;
  /** A valid body of which nothing is special. */
  readonly plain: () => string | undefined;
}

/** So many findings are made small; of more, a smallest case is not looked for. */
const MOST_SHRUNK = 300;

/** The site that a case is about, where it is about one. */
const siteOf = ({ classes }: Case): string =>
  Object.entries(classes)
    .filter(([, name]) => name !== 'absent' && name !== 'typical')
    .map(([site]) => site)
    .slice(0, 2)
    .join(' ');

/** Gathers complaints, each under what it most likely comes of, with the smallest case that shows it. */
export class Buckets {
  private readonly byKey = new Map<string, Bucket>();
  /** Keys before shrinking, and the bucket that they led to. */
  private readonly known = new Map<string, Bucket>();
  private shrunk = 0;

  constructor(private readonly laboratory: Laboratory) {}

  get all(): readonly Bucket[] {
    return [...this.byKey.values()];
  }

  /** Takes what was said about a case; gives how many of the buckets are new. */
  async add(testCase: Case, complaints: Examination): Promise<number> {
    const before = this.byKey.size;
    for (const complaint of complaints) await this.addOne(testCase, complaint);
    return this.byKey.size - before;
  }

  private async addOne(testCase: Case, complaint: Complaint): Promise<void> {
    const early = keyOf(this.laboratory.model, complaint, siteOf(testCase));
    const bucket = this.known.get(early) ?? this.sameError(complaint) ?? (await this.bucketFor(testCase, complaint));
    this.known.set(early, bucket);
    bucket.count += 1;
    for (const [site, name] of Object.entries(testCase.classes))
      if (name !== 'absent') bucket.classes.add(`${site} ${name}`.trim());
  }

  /** A failure that valid responses meet too, at the same place of the parser, is no other one. */
  private sameError({ rule, error }: Complaint): Bucket | undefined {
    if (rule !== 'undeclared-error' || error === undefined || error.frame === '') return undefined;
    return this.all.find(
      ({ complaint }) =>
        complaint.rule === 'refuses-valid' &&
        complaint.error?.name === error.name &&
        complaint.error.frame === error.frame,
    );
  }

  private async bucketFor(first: Case, complaint: Complaint): Promise<Bucket> {
    const { smallest, complaint: told } = await this.smallestOf(first, complaint);
    const key = keyOf(this.laboratory.model, told);
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const bucket: Bucket = { complaint: told, smallest, first, count: 0, classes: new Set() };
    this.byKey.set(key, bucket);
    return bucket;
  }

  private async smallestOf(first: Case, complaint: Complaint): Promise<{ smallest: Case; complaint: Complaint }> {
    if (first.body === undefined || this.shrunk >= MOST_SHRUNK)
      return { smallest: first, complaint: { ...complaint, pointer: complaint.pointer ?? '' } };
    this.shrunk += 1;
    const judgement = this.judgement(first);
    const same = async (candidate: Case): Promise<Complaint | undefined> => {
      if (this.judgement(candidate) !== judgement) return undefined;
      return (await this.laboratory.examine(candidate)).find((other) => this.isSame(other, complaint));
    };
    const plain = this.laboratory.plain();
    const smallest = await shrink(first, async (candidate) => (await same(candidate)) !== undefined, plain);
    const told = (await same(smallest)) ?? complaint;
    const fails = async (body: string): Promise<boolean> => (await same({ ...smallest, body })) !== undefined;
    const pointer = told.pointer ?? (plain === undefined ? '' : await culpritOf(smallest.body ?? '', plain, fails));
    return { smallest, complaint: { ...told, pointer } };
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
