import { effectOf, type SchemaChange } from '../rules';
import { changed } from './inside';
import { type Alternatives, nameAmong, nameOfAll, nameOfUnion, type Shape } from './shape';

/** How one shape became another. */
export type CompareShapes = (before: Shape, after: Shape) => readonly SchemaChange[];

const widens = ({ name }: SchemaChange): boolean => effectOf(name).widens;
const narrows = ({ name }: SchemaChange): boolean => effectOf(name).narrows;

/** Shapes of both sides that are one and the same, changed or not. */
interface Pair {
  readonly before: number;
  readonly after: number;
  readonly changes: readonly SchemaChange[];
}

/** The comparisons of every shape of a union with every one of another, each made once, when it is asked for. */
class Matrix {
  private readonly known = new Map<number, readonly SchemaChange[]>();

  constructor(
    readonly before: readonly Shape[],
    readonly after: readonly Shape[],
    private readonly compare: CompareShapes,
  ) {}

  changes(before: number, after: number): readonly SchemaChange[] {
    const key = before * this.after.length + after;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const fresh = this.compare(this.before[before] as Shape, this.after[after] as Shape);
    this.known.set(key, fresh);
    return fresh;
  }

  /** Whether a new shape allows only what some old one did. */
  wasAllowed = (after: number): boolean => this.before.some((_, before) => !this.changes(before, after).some(widens));

  /** Whether an old shape allowed only what some new one does. */
  isAllowed = (before: number): boolean => this.after.some((_, after) => !this.changes(before, after).some(narrows));
}

const isRelated = (changes: readonly SchemaChange[]): boolean =>
  !changes.some(({ name, pointer }) => pointer === '' && name === 'type-changed');

/** Those that changed least belong together. */
function paired(matrix: Matrix): Pair[] {
  const all = matrix.before.flatMap((_, before) =>
    matrix.after.map((_after, after): Pair => ({ before, after, changes: matrix.changes(before, after) })),
  );
  const candidates = all
    .filter(({ changes }) => isRelated(changes))
    .sort((left, right) => left.changes.length - right.changes.length);
  const pairs: Pair[] = [];
  for (const pair of candidates) {
    if (!pairs.some(({ before, after }) => before === pair.before || after === pair.after)) pairs.push(pair);
  }
  return pairs.sort((left, right) => left.after - right.after);
}

/** What another shape of the union allows anyway is no change. */
function changesOf({ before, after, changes }: Pair, matrix: Matrix): SchemaChange[] {
  const quiet = (change: SchemaChange): boolean =>
    (!widens(change) || matrix.wasAllowed(after)) && (!narrows(change) || matrix.isAllowed(before));
  return changes
    .filter((change) => (!widens(change) && !narrows(change)) || !quiet(change))
    .map((change) => ({ ...change, pointer: `/|${before}${change.pointer}`, isUnproven: true as const }));
}

const overlaps = ({ shapes }: Alternatives): boolean =>
  new Set(shapes.map(({ family }) => family)).size < shapes.length || shapes.some(({ family }) => family === 'enum');

function compareModes(before: Alternatives, after: Alternatives): SchemaChange[] {
  const isUnion = before.shapes.length > 1 && after.shapes.length > 1;
  if (!isUnion || before.mode === after.mode || !(overlaps(before) && overlaps(after))) return [];
  const told = { any: 'any of its members', one: 'exactly one of its members' };
  const name = after.mode === 'any' ? 'one-of-became-any-of' : 'any-of-became-one-of';
  return [changed(name, told[before.mode], told[after.mode])];
}

function compareDiscriminators(before: Alternatives, after: Alternatives): SchemaChange[] {
  const told = ({ discriminator }: Alternatives): string => discriminator ?? 'no discriminator';
  if (before.discriminator === after.discriminator) return [];
  return [changed('discriminator-changed', told(before), told(after))];
}

/** Other branches may allow it anyway: a payload shows it. */
const maybe = (change: SchemaChange): SchemaChange => ({ ...change, isUnproven: true });

/** How several shapes became several others: whatever the order. */
export function compareUnions(before: Alternatives, after: Alternatives, compare: CompareShapes): SchemaChange[] {
  const matrix = new Matrix(before.shapes, after.shapes, compare);
  const pairs = paired(matrix);
  if (pairs.length === 0) return [changed('type-changed', nameOfAll(before), nameOfAll(after))];
  const added = after.shapes.filter(
    (_, index) => !pairs.some((pair) => pair.after === index) && !matrix.wasAllowed(index),
  );
  const removed = before.shapes.filter(
    (_, index) => !pairs.some((pair) => pair.before === index) && !matrix.isAllowed(index),
  );
  return [
    ...compareModes(before, after),
    ...compareDiscriminators(before, after),
    ...added.map((shape) =>
      maybe(changed(`${after.mode}-of-added`, nameOfUnion(before), nameAmong(shape), nameAmong(shape))),
    ),
    ...removed.map((shape) =>
      maybe(changed(`${before.mode}-of-removed`, nameAmong(shape), nameOfUnion(after), nameAmong(shape))),
    ),
    ...pairs.flatMap((pair) => changesOf(pair, matrix)),
  ];
}
