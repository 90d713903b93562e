import { type Case, fromPointer, type Model, type ObjectSchema, type Rule, resolve } from '../contract';
import { Random } from './random';
import { printTextTree, readTextTree } from './text-tree';

/** Members of a body that are chosen together: their text, empty where they are absent, and what they are about. */
interface Part {
  readonly text: string;
  readonly classes: Readonly<Record<string, string>>;
}

/** A case, cut at the groups of its members. */
interface Cut {
  readonly testCase: Case;
  readonly parts: readonly Part[];
}

/** Which group the members of a body belong to: each its own, or that of those which a rule relates it to. */
type Groups = ReadonlyMap<string, number>;

const memberOf = (pointer: string): string => fromPointer(pointer)[0] ?? '';

function groupsOf(root: ObjectSchema, rules: readonly Rule[]): Groups {
  const groups = new Map(root.properties.map(({ name }, index) => [name, index]));
  for (const rule of rules) {
    const related = [...(rule.when ?? []), ...rule.must]
      .filter(({ of }) => of === undefined || of === 'response')
      .map(({ pointer }) => groups.get(memberOf(pointer)))
      .filter((group) => group !== undefined);
    for (const [name, group] of groups) if (related.includes(group)) groups.set(name, Math.min(...related));
  }
  return groups;
}

function cut(testCase: Case, groups: Groups): Cut[] {
  const tree = testCase.body === undefined ? undefined : readTextTree(testCase.body);
  if (tree?.kind !== 'object' || testCase.classes[''] !== undefined) return [];
  const parts = Array.from({ length: groups.size }, (_, index): Part => {
    const members = tree.members.filter(({ name }) => groups.get(name) === index);
    const classes = Object.entries(testCase.classes).filter(([site]) => groups.get(memberOf(site)) === index);
    return {
      text: members.map(({ quoted, value }) => `${quoted}:${printTextTree(value)}`).join(','),
      classes: Object.fromEntries(classes),
    };
  });
  return [{ testCase, parts }];
}

/** Of large values few are enough: they cost the most, and say the least together. */
const LARGEST = 4096;

/** The different valid parts of a group: the plainest first. */
function choicesOf(valid: readonly Cut[], index: number): Part[] {
  const byText = new Map<string, Part>();
  for (const { parts } of valid) {
    const part = parts[index] as Part;
    if (part.text.length <= LARGEST && !byText.has(part.text)) byText.set(part.text, part);
  }
  return [...byText.values()];
}

/** How a mutant is made: how often a member is absent, and how often it is unusual, of 8. */
interface Manner {
  readonly absent: number;
  readonly unusual: number;
}

function drawn(choices: readonly Part[], manner: Manner, random: Random): Part {
  const absent = choices.find(({ text }) => text === '');
  if (absent !== undefined && random.below(8) < manner.absent) return absent;
  const present = choices.filter((part) => part !== absent);
  if (present.length === 0) return absent ?? { text: '', classes: {} };
  return random.below(8) < manner.unusual ? random.pick(present) : (present[0] as Part);
}

/** The group that a departure lies in, so that the other members can be others; none of one about the whole. */
function groupOfDeparture({ pointer, classes }: Case, groups: Groups): number | undefined {
  const site = pointer ?? Object.keys(classes)[0] ?? '';
  return site === '' ? undefined : groups.get(memberOf(site));
}

/**
 * Cases that join what single cases are about: valid members of many cases in one body, and each departure that must
 * be refused, or is left open, among them. Endless and the same for the same seed; none where the body is no object
 * whose members are free of each other.
 */
export function* mutants(model: Model, rules: readonly Rule[], pool: readonly Case[], seed: number): Generator<Case> {
  const root = resolve(model.schema, model.definitions);
  if (root.kind !== 'object' || root.minProperties !== undefined || root.maxProperties !== undefined) return;
  const groups = groupsOf(root, rules);
  const cuts = pool.flatMap((testCase) => cut(testCase, groups));
  const valid = cuts.filter(({ testCase }) => testCase.verdict === 'accept');
  const departures = cuts.filter(
    ({ testCase }) => testCase.verdict !== 'accept' && groupOfDeparture(testCase, groups) !== undefined,
  );
  const [plain] = valid;
  if (plain === undefined) return;
  const choices = Array.from({ length: groups.size }, (_, index) => choicesOf(valid, index));
  const random = new Random(seed);
  for (let count = 1; ; count += 1) {
    const base = departures.length > 0 && random.below(2) === 0 ? random.pick(departures) : plain;
    const fixed = base === plain ? undefined : groupOfDeparture(base.testCase, groups);
    const manner: Manner = { absent: random.below(9), unusual: random.below(6) };
    const parts = choices.map((group, index) =>
      index === fixed ? (base.parts[index] as Part) : drawn(group, manner, random),
    );
    yield joinedCase(base.testCase, parts, `mutant ${count}`, seed);
  }
}

function joinedCase(base: Case, parts: readonly Part[], id: string, seed: number): Case {
  const body = `{${parts
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join(',')}}`;
  return { ...base, id, body, classes: Object.assign({}, ...parts.map(({ classes }) => classes)), seed };
}
