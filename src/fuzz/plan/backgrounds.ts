import { Random } from '../../random';
import { type Cut, type Part, partOf } from './cut';

/** Of large values few are enough: they cost the most, and say the least together. */
const LARGEST = 4096;

/** The different valid parts of a group: the plainest first. */
interface Choices {
  readonly present: readonly Part[];
  readonly absent: Part | undefined;
  /** Without any of the group's members, where no valid case has them. */
  readonly none: Part;
}

/** How often a member is absent, and how often it is unusual, of 8. */
interface Manner {
  readonly absent: number;
  readonly unusual: number;
}

/** Members of many cases in one valid body, cut between the groups, so that one of them can be another. */
export interface Background {
  /** One for each group; empty where its members are absent. */
  readonly parts: readonly Part[];
  /** The texts of the parts, each that is there with a comma behind it. */
  readonly text: string;
  /** Where in the text the part of each group begins, and the last one ends. */
  readonly starts: readonly number[];
}

function backgroundOf(parts: readonly Part[]): Background {
  const starts = [0];
  let text = '';
  for (const part of parts) {
    if (part.text !== '') text += `${part.text},`;
    starts.push(text.length);
  }
  return { parts, text, starts };
}

function choicesOf(valid: readonly Cut[], names: Part['names'], index: number): Choices {
  const byText = new Map<string, Part>();
  for (const { parts } of valid) {
    const part = parts[index] as Part;
    if (part.text.length <= LARGEST && !byText.has(part.text)) byText.set(part.text, part);
  }
  const all = [...byText.values()];
  const present = all.filter(({ text }) => text !== '');
  return { present, absent: all.find(({ text }) => text === ''), none: partOf(names) };
}

function drawn({ present, absent, none }: Choices, manner: Manner, random: Random): Part {
  if (absent !== undefined && random.below(8) < manner.absent) return absent;
  const [plain] = present;
  if (plain === undefined) return absent ?? none;
  return random.below(8) < manner.unusual ? random.pick(present) : plain;
}

/** Draws valid parts of groups, and whole bodies of them: the same for the same number and seed. */
export class Backgrounds {
  private readonly choices: readonly Choices[];
  private last: { readonly number: number; readonly background: Background } | undefined;

  constructor(
    valid: readonly Cut[],
    names: readonly Part['names'][],
    private readonly seed: number,
  ) {
    this.choices = names.map((inGroup, index) => choicesOf(valid, inGroup, index));
  }

  /** The body of a number: the one asked for last is at hand. */
  at(number: number): Background {
    if (this.last?.number === number) return this.last.background;
    // Streams from the far end: those from the near end are of the mutants.
    const random = new Random(this.seed, -1 - number);
    const manner: Manner = { absent: random.below(9), unusual: random.below(6) };
    const background = backgroundOf(this.choices.map((choices) => drawn(choices, manner, random)));
    this.last = { number, background };
    return background;
  }

  /** A part of a group, any that is valid there. */
  partOf(group: number, random: Random): Part {
    return drawn(this.choices[group] as Choices, { absent: 1, unusual: 6 }, random);
  }
}
