import type { JsonValue, StringSchema } from '../../../contract';
import { codePoints } from '../../texts';
import type { Searched } from '../compiled';
import { allUnits, bisect } from '../search/bisect';
import type { Cursor, Step } from '../search/cursor';
import { SHORTENED, shorten } from '../search/shorten';

/** Characters of a longer text are made plain by sixteenths of it at the least. */
const MOST_SINGLY = 64;

const [PLAIN_CHARACTERS, HEAD, TAIL, SHORTER] = [SHORTENED, 0, 1, 2];

/** Any text will do: it is made shorter, then plainer. */
export function plainTextSearch({ minLength = 0 }: StringSchema): Searched {
  return {
    simplest: () => 'a'.repeat(minLength),
    steps: function* (value, from) {
      const points = Array.from(value as string);
      const keep = (first: number, last: number): string => points.slice(first, last).join('');
      const drop = (first: number, last: number): string => keep(0, first) + keep(last, points.length);
      if (from.stage < PLAIN_CHARACTERS) yield* shorten({ count: points.length, least: minLength, keep, drop }, from);
      yield* plainer(points, from);
    },
  };
}

function plainer(points: readonly string[], from: Cursor): Generator<Step> {
  const open = points.flatMap((point, index) => (point === 'a' ? [] : [index]));
  const away = (first: number, last: number): string => {
    const plain = new Set(open.slice(first, last));
    return points.map((point, index) => (plain.has(index) ? 'a' : point)).join('');
  };
  const smallest = points.length > MOST_SINGLY ? Math.ceil(points.length / 16) : 1;
  return bisect(
    (from.stage === PLAIN_CHARACTERS ? from.ranges : undefined) ?? allUnits(open.length),
    away,
    PLAIN_CHARACTERS,
    smallest,
  );
}

/** The text with the characters of another one at some of the places where they differ. */
function blended(points: readonly string[], other: readonly string[], at: ReadonlySet<number>): string {
  return points.map((point, index) => (at.has(index) ? (other[index] as string) : point)).join('');
}

/**
 * A pattern or a format limits the text: it is brought nearer to the simplest one, from its beginning, then from its
 * end, then made shorter, all only as far as it stays allowed.
 */
export function limitedTextSearch(texts: readonly string[], allows: (text: string) => boolean): Searched {
  const simplest = texts.reduce((left, right) => (codePoints(right) < codePoints(left) ? right : left));
  const checked = (text: string): string | undefined => (allows(text) ? text : undefined);
  const target = Array.from(simplest);

  const towards = (
    points: readonly string[],
    other: readonly string[],
    from: Cursor,
    stage: number,
  ): Iterable<Step> => {
    const open = points.flatMap((point, index) => (index < other.length && other[index] !== point ? [index] : []));
    const away = (first: number, last: number): JsonValue | undefined =>
      checked(blended(points, other, new Set(open.slice(first, last))));
    return bisect((from.stage === stage ? from.ranges : undefined) ?? allUnits(open.length), away, stage);
  };

  return {
    simplest: () => simplest,
    steps: function* (value, from) {
      const points = Array.from(value as string);
      if (from.stage <= HEAD) yield* towards(points, target, from, HEAD);
      const shift = points.length - target.length;
      const atEnd = shift === 0 ? [] : points.map((point, index) => target[index - shift] ?? point);
      if (from.stage <= TAIL) yield* towards(points, atEnd, from, TAIL);
      const drop = (first: number, last: number): string | undefined =>
        checked(points.slice(0, first).join('') + points.slice(last).join(''));
      const ranges = (from.stage === SHORTER ? from.ranges : undefined) ?? allUnits(points.length, true);
      if (points.length <= MOST_SINGLY) yield* bisect(ranges, drop, SHORTER);
    },
  };
}
