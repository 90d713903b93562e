import { bodyBytes, type Case, fromPointer, generalPointer, resolve, sitesOf } from '../contract';
import { isBlamed, located, spokenOf } from './blame';
import { keyOf } from './bucket';
import { GivenUp } from './chambers';
import type { Complaint } from './complaint';
import { attributed, type Told } from './deaths';
import { endingOf } from './endings';
import { namesOf } from './faithful';
import type { Laboratory } from './laboratory';
import { placeOf } from './place-of';
import { culpritOf, faultStays, plainLike, type StillFails, shrink } from './shrink';
import { printTextTree, readTextTree, type TextNode } from './text-tree';
import { THOROUGH_RULES } from './thoroughness';

/** So many findings are made small; of more, a smallest case is not looked for. */
const MOST_SHRUNK = 150;

/** No smaller case is looked for of what only a measurement, or another program, shows. */
const AS_IT_IS: ReadonlySet<string> = new Set(['super-linear-time', 'depends-on-time-zone']);

const USUAL_TRIALS = 250;
const FEWER_TRIALS = 100;

/** The case as it is, where no smaller one is looked for. */
const unshrunk = (first: Case, complaint: Complaint): Told => ({
  smallest: first,
  complaint: { ...complaint, pointer: complaint.pointer ?? '' },
});

/** Looks until it was right so often: from then on nothing is. */
function atMost(most = Number.POSITIVE_INFINITY, fails: StillFails): StillFails {
  let count = 0;
  return async (candidate) => {
    if (count >= most || !(await fails(candidate))) return false;
    count += 1;
    return true;
  };
}

/** Finds the smallest case of a complaint, and where its cause lies in it. */
export class SmallestCases {
  /** How many were looked for. */
  shrunk = 0;
  private plains: readonly TextNode[] | undefined;
  /** The names of all members of the contract. */
  private readonly names: ReadonlySet<string>;

  constructor(private readonly laboratory: Laboratory) {
    this.names = new Set(sitesOf(laboratory.model).flatMap(({ property }) => (property ? namesOf(property) : [])));
  }

  /** The smallest case of a complaint; the first one where too many were looked for, or the parser is given up. */
  async of(first: Case, complaint: Complaint): Promise<Told> {
    try {
      return await this.search(first, complaint);
    } catch (error) {
      if (error instanceof GivenUp) return unshrunk(first, complaint);
      throw error;
    }
  }

  /** The first member of the contract that an error speaks of. */
  spokenOf(complaint: Complaint): string | undefined {
    return spokenOf(this.names, complaint);
  }

  private async search(first: Case, complaint: Complaint): Promise<Told> {
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
      return found.map((other) => located(this.laboratory.model, other)).find((other) => this.isSame(other, complaint));
    };
    const ending = endingOf(complaint.rule);
    const stillFails = atMost(ending?.deaths, async (candidate) => (await same(candidate)) !== undefined);
    const trials = AS_IT_IS.has(complaint.rule) ? 0 : ending?.trials;
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
  plainFor(body: string): TextNode | undefined {
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
    const isOfOne = keyOf(this.laboratory.model, other) === keyOf(this.laboratory.model, complaint);
    return isOfOne && (!isBlamed(complaint) || this.spokenOf(other) === this.spokenOf(complaint));
  }

  /** What the contract says against a case, by rule and site: that much must stay as it is. */
  judgement(testCase: Case): string {
    const findings = this.laboratory.judge(bodyBytes(testCase));
    const told = findings.map(({ rule, pointer }) => `${rule} ${generalPointer(this.laboratory.model, pointer)}`);
    return [...new Set(told)].sort().join('\n');
  }
}
