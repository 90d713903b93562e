import { type AgreesIn, isHolder, type ObjectComparer } from './faithful';
import type { Composition, Part } from './plan';

type Background = Composition['background'];

/**
 * Holds what a parser made of mutants to the parts that they are put together from: part by part, since each comes
 * again and again, and what is to be expected of it is found out once.
 */
export class Agreement {
  private readonly known = new WeakMap<Part, AgreesIn>();
  private background: Background | undefined;
  private expected: readonly AgreesIn[] = [];

  constructor(private readonly holding: ObjectComparer['holding']) {}

  /** Whether a value is all that the body says. Where it is not, or is held in an unusual way, comparing tells. */
  agrees({ background, changes }: Composition, got: unknown): boolean {
    if (!isHolder(got)) return false;
    const expected = this.expectedOf(background);
    for (let group = 0; group < expected.length; group += 1) {
      const isChanged = group === changes[0]?.[0] || group === changes[1]?.[0];
      if (!isChanged && !(expected[group] as AgreesIn)(got)) return false;
    }
    for (const [, part] of changes) if (!this.expectedOfPart(part)(got)) return false;
    return true;
  }

  /** One background is behind many mutants in a row. */
  private expectedOf(background: Background): readonly AgreesIn[] {
    if (background === this.background) return this.expected;
    this.background = background;
    this.expected = background.parts.map((part) => this.expectedOfPart(part));
    return this.expected;
  }

  private expectedOfPart(part: Part): AgreesIn {
    let agrees = this.known.get(part);
    if (agrees === undefined) {
      agrees = this.holding(part.names, new Map(part.members));
      this.known.set(part, agrees);
    }
    return agrees;
  }
}
