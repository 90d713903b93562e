import { type Case, childPointer, fromPointer, stringifyJson, toPointer } from '../../../contract';
import { Random } from '../../../random';
import { wireOf } from '../../subject';
import { printTextTree, readTextTree, type TextNode } from '../../text-tree';
import { isJson } from '../breaks';
import { ALL, BROKEN, DEPARTURES } from '../mix';
import { mutantId } from '../mutant-id';
import type { MutantMaker } from '../mutants';
import { type Planned, plainly } from '../planned';
import { spoiledFrom } from './wholes';

/** What stands in a list or a map, and where. */
export interface Piece {
  /** The index, or the key. */
  readonly segment: string;
  readonly node: TextNode;
}

/** A list or a map, as far as its mutants are concerned. */
export interface Collection {
  /** The segment of sites within it. */
  readonly mark: '[]' | '{}';
  readonly least: number;
  readonly most: number;
  /** Whether nothing may stand in it twice. */
  readonly isUnique: boolean;
  /** What stands in a body; nothing where it is another kind. */
  readonly piecesOf: (tree: TextNode) => readonly Piece[];
  /** So many different segments, in the order of the body. */
  readonly segments: (count: number, random: Random) => readonly string[];
  readonly write: (segments: readonly string[], bodies: readonly string[]) => string;
}

/** More than so many pieces say nothing that fewer do not. */
const MOST_PIECES = 12;

/** So many mutants are looked at for each piece that is wanted. */
const TRIES = 8;

/** Mutants of pieces are taken from here on: those near each other share what they are made of. */
const startIn = (random: Random): number => 1 + 16 * random.below(1 << 16);

const withoutMark = (classes: Case['classes'], mark: string): Case['classes'] =>
  Object.fromEntries(
    Object.entries(classes)
      .filter(([site]) => site.startsWith(`/${mark}`))
      .map(([site, name]) => [site.slice(mark.length + 1), name]),
  );

const withMark = (classes: Case['classes'], mark: string): Case['classes'] =>
  Object.fromEntries(Object.entries(classes).map(([site, name]) => [`/${mark}${site}`, name]));

/** The pieces of a case, each as a case of its own: of one that is not valid, the piece that it is about. */
function pieceCases(testCase: Case, { mark, piecesOf }: Collection): Case[] {
  const { body, verdict, pointer, classes } = testCase;
  const tree = body === undefined || classes[''] !== undefined ? undefined : readTextTree(body);
  if (tree === undefined) return [];
  const [first, ...rest] = fromPointer(pointer ?? '');
  const pieces = piecesOf(tree);
  const isAbout = verdict === 'accept' || pieces.length === 1 ? () => true : ({ segment }: Piece) => segment === first;
  const inner = pointer === undefined ? {} : { pointer: toPointer(rest) };
  const own = pieces.length === 1 || verdict !== 'accept' ? withoutMark(classes, mark) : {};
  if (pointer !== undefined && first === undefined) return [];
  return pieces.filter(isAbout).map(({ node }) => ({ ...testCase, ...inner, body: printTextTree(node), classes: own }));
}

/** The cases of what stands in a collection: no piece of an invalid one is the same as one of a valid one. */
export function piecePool(pool: readonly Case[], collection: Collection): Case[] {
  const cases = pool.flatMap((testCase) => pieceCases(testCase, collection));
  const valid = new Set(cases.filter(({ verdict }) => verdict === 'accept').map(({ body }) => body));
  const byText = new Map<string, Case>();
  for (const one of cases) {
    const key = `${one.verdict} ${one.body}`;
    if ((one.verdict === 'accept' || !valid.has(one.body)) && !byText.has(key)) byText.set(key, one);
  }
  return [...byText.values()];
}

/** Makes lists and maps of pieces that are mutants themselves. */
class CollectionMaker {
  constructor(
    private readonly plain: Case,
    private readonly collection: Collection,
    private readonly pieces: MutantMaker,
    private readonly fallback: MutantMaker,
    private readonly seed: number,
  ) {}

  readonly at: MutantMaker = (count) => {
    const random = new Random(this.seed, count);
    const kind = random.below(ALL);
    const segments = this.collection.segments(this.size(random), random);
    const valid = this.valid(segments.length, random);
    if (valid.length < segments.length || segments.length < this.collection.least) return this.fallback(count);
    const id = mutantId(count);
    const bodies = valid.map(({ testCase }) => testCase.body ?? '');
    if (kind < BROKEN)
      return spoiledFrom(this.plain, this.collection.write(segments, bodies), id, random) ?? this.fallback(count);
    const departure = kind < BROKEN + DEPARTURES && bodies.length > 0 ? this.departure(random) : undefined;
    return departure === undefined
      ? this.joined(this.plain, id, segments, bodies)
      : this.departing(departure, id, segments, bodies, random.below(bodies.length));
  };

  private size(random: Random): number {
    const { least, most } = this.collection;
    const size = least + random.pick([0, 1, 1, 2, 3, MOST_PIECES]);
    return Math.min(size, most, Math.max(least, MOST_PIECES));
  }

  private valid(count: number, random: Random): Planned[] {
    const found = new Map<string, Planned>();
    const start = startIn(random);
    for (let tries = 0; tries < count * TRIES && found.size < count; tries += 1) {
      const piece = this.pieces(start + tries);
      if (piece.testCase.verdict !== 'accept') continue;
      found.set(this.collection.isUnique ? stringifyJson(wireOf(piece.testCase)) : String(tries), piece);
    }
    return [...found.values()];
  }

  private departure(random: Random): Case | undefined {
    const start = startIn(random);
    for (let tries = 0; tries < TRIES; tries += 1) {
      const { testCase } = this.pieces(start + tries);
      // What is spoiled for itself may be JSON among others.
      if (testCase.verdict !== 'accept' && isJson(testCase.body ?? '')) return testCase;
    }
    return undefined;
  }

  private departing(
    piece: Case,
    id: string,
    segments: readonly string[],
    bodies: readonly string[],
    index: number,
  ): Planned {
    const { verdict, pointer, reason } = piece;
    const place = childPointer('', segments[index] as string);
    const told = {
      ...(pointer === undefined ? {} : { pointer: `${place}${pointer}` }),
      ...(reason === undefined ? {} : { reason }),
    };
    const base = { ...this.plain, ...told, verdict, classes: withMark(piece.classes, this.collection.mark) };
    return this.joined(
      base,
      id,
      segments,
      bodies.map((body, other) => (other === index ? (piece.body ?? '') : body)),
    );
  }

  private joined(base: Case, id: string, segments: readonly string[], bodies: readonly string[]): Planned {
    return plainly({ ...base, id, body: this.collection.write(segments, bodies), seed: this.seed });
  }
}

/** Mutants of lists and maps; `pieces` makes those of what stands in them, `fallback` stands in where none fit. */
export const collectionMaker = (
  plain: Case,
  collection: Collection,
  { pieces, fallback, seed }: { readonly pieces: MutantMaker; readonly fallback: MutantMaker; readonly seed: number },
): MutantMaker => new CollectionMaker({ ...plain, classes: {} }, collection, pieces, fallback, seed).at;
