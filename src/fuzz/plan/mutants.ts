import { type Case, type JsonValue, type Model, type Rule, resolve } from '../../contract';
import { type Cut, cut, type Part } from './cut';
import { type Groups, groupsOf, memberOf } from './groups';
import type { Planned } from './planned';
import { Random } from './random';

/** Gives the mutant of a number, from 1 up: any of them, in any order. */
export type MutantMaker = (count: number) => Planned;

/** Of large values few are enough: they cost the most, and say the least together. */
const LARGEST = 4096;

/** The different valid parts of a group: the plainest first. */
function choicesOf(valid: readonly Cut[], index: number): Choices {
  const byText = new Map<string, Part>();
  for (const { parts } of valid) {
    const part = parts[index] as Part;
    if (part.text.length <= LARGEST && !byText.has(part.text)) byText.set(part.text, part);
  }
  const all = [...byText.values()];
  return { present: all.filter(({ text }) => text !== ''), absent: all.find(({ text }) => text === '') };
}

interface Choices {
  readonly present: readonly Part[];
  readonly absent: Part | undefined;
}

const NO_PART: Part = { text: '', members: [], classes: {} };

/** How often a member is absent, and how often it is unusual, of 8. */
interface Manner {
  readonly absent: number;
  readonly unusual: number;
}

function drawn({ present, absent }: Choices, manner: Manner, random: Random): Part {
  if (absent !== undefined && random.below(8) < manner.absent) return absent;
  const [plain] = present;
  if (plain === undefined) return absent ?? NO_PART;
  return random.below(8) < manner.unusual ? random.pick(present) : plain;
}

/** The group that a departure lies in, so that the other members can be others; none of one about the whole. */
function groupOfDeparture({ pointer, classes }: Case, groups: Groups): number | undefined {
  const site = pointer ?? Object.keys(classes)[0] ?? '';
  return site === '' ? undefined : groups.get(memberOf(site));
}

function joined(base: Case, parts: readonly Part[], id: string, seed: number): Planned {
  let text = '';
  const classes: Record<string, string> = {};
  const members: (readonly [string, JsonValue])[] = [];
  for (const part of parts) {
    if (part.text === '') continue;
    text += text === '' ? part.text : `,${part.text}`;
    members.push(...part.members);
    Object.assign(classes, part.classes);
  }
  const testCase = { ...base, id, body: `{${text}}`, classes, seed };
  return base.verdict === 'accept' ? { testCase, wire: Object.fromEntries(members) } : { testCase };
}

/** Whether the body is an object whose members are free of each other, so that they can be joined at will. */
export function canMutate(model: Model): boolean {
  const root = resolve(model.schema, model.definitions);
  return root.kind === 'object' && root.minProperties === undefined && root.maxProperties === undefined;
}

/**
 * Makes cases that join what single cases are about: valid members of many cases in one body, and each departure that
 * must be refused, or is left open, among them. The same for the same seed.
 * @throws RangeError where the model is none that {@link canMutate}, or no case of the pool is valid.
 */
export function mutantMaker(model: Model, rules: readonly Rule[], pool: readonly Case[], seed: number): MutantMaker {
  const root = resolve(model.schema, model.definitions);
  const groups = root.kind === 'object' ? groupsOf(root, rules) : new Map<string, number>();
  const cuts = pool.flatMap((testCase) => cut(testCase, groups));
  const valid = cuts.filter(({ testCase }) => testCase.verdict === 'accept');
  const departures = cuts.filter(
    ({ testCase }) => testCase.verdict !== 'accept' && groupOfDeparture(testCase, groups) !== undefined,
  );
  // The typical case is about the whole, and so not among those that are cut.
  const [plain] = valid;
  if (plain === undefined) throw new RangeError('there is no valid case to make others of');
  const choices = Array.from({ length: groups.size }, (_, index) => choicesOf(valid, index));
  return (count) => {
    const random = new Random(seed, count);
    const base = departures.length > 0 && random.below(2) === 0 ? random.pick(departures) : plain;
    const fixed = base === plain ? undefined : groupOfDeparture(base.testCase, groups);
    const manner: Manner = { absent: random.below(9), unusual: random.below(6) };
    const parts = choices.map((group, index) =>
      index === fixed ? (base.parts[index] as Part) : drawn(group, manner, random),
    );
    return joined(base.testCase, parts, `mutant ${count}`, seed);
  };
}
