import type { Filler, Row } from '../../covering';
import type { Composer } from './compose-row';
import type { Clause } from './factor';
import type { Place } from './structure';

/** Ways to fill what a part of a row leaves open. */
const COMPLETIONS = [1, 2, 3, 4, 5];

/** Rows that hold these levels, filled in in several ways; none where the constraints exclude them already. */
const completions = (filler: Filler, part: Row): Row[] =>
  COMPLETIONS.map((seed) => filler.fill(part, seed)).filter((row) => row !== undefined);

/** What is left of a row when every level is taken away that is not to blame. */
function blamed(row: Row, isToBlame: (part: Row) => boolean): Row {
  const part = [...row];
  for (const [factor, level] of row.entries()) {
    part[factor] = -1;
    if (!isToBlame(part)) part[factor] = level;
  }
  return part;
}

/** A part of a row with the first level everywhere else. */
const plainly = (part: Row): Row => part.map((level) => Math.max(0, level));

/** A part of a row with the levels of all that its sites lie in. */
function withOuter(part: Row, row: Row, places: readonly (Place | undefined)[]): Row {
  const whole = [...part];
  for (const factor of row.keys()) {
    let outer = (part[factor] ?? -1) < 0 ? undefined : places[factor]?.outer;
    for (; outer !== undefined; outer = places[outer]?.outer) whole[outer] = row[outer] as number;
  }
  return whole;
}

/**
 * The few levels of a row because of which it gives no body: with them, however the rest is filled in, none is found.
 * What is to blame amid plain levels is guessed first, since that is quick.
 */
export function conflictIn(filler: Filler, row: Row, composer: Pick<Composer, 'compose' | 'places'>): Clause['terms'] {
  const isPossible = (other: Row): boolean => 'body' in composer.compose(other);
  const isHopeless = (part: Row): boolean => !completions(filler, part).some(isPossible);
  const guess = blamed(row, (part) => !isPossible(plainly(part)));
  const guesses = [guess, withOuter(guess, row, composer.places)].filter((part) => part.some((level) => level >= 0));
  const part = guesses.find(isHopeless) ?? blamed(row, isHopeless);
  return part.flatMap((level, factor) => (level < 0 ? [] : [[factor, [level]] as const]));
}
