import { isJsonObject, type JsonValue } from './json';

/**
 * Looks for the smallest value that still shows what a first one shows, greedily: of each round the first smaller one
 * that does is taken. Yields the candidates, is told of each whether it does, and returns the smallest.
 * @param smaller gives the values that are smaller by one step, the boldest first.
 * @param budget how many candidates are tried.
 */
export function* shrinking<T>(first: T, smaller: (value: T) => Iterable<T>, budget: number): Generator<T, T, boolean> {
  let smallest = first;
  let left = budget;
  for (let isSmaller = true; isSmaller; ) {
    isSmaller = false;
    for (const candidate of smaller(smallest)) {
      if (left <= 0) return smallest;
      left -= 1;
      if (!(yield candidate)) continue;
      smallest = candidate;
      isSmaller = true;
      break;
    }
  }
  return smallest;
}

/** Returns the smallest value of a search, asking of each candidate whether it still shows what is looked for. */
export function smallestOf<T>(search: Generator<T, T, boolean>, shows: (candidate: T) => boolean): T {
  let step = search.next();
  while (step.done !== true) step = search.next(shows(step.value));
  return step.value;
}

/** As {@link smallestOf}, where the answer takes its time. */
export async function smallestOfAsync<T>(
  search: Generator<T, T, boolean>,
  shows: (candidate: T) => Promise<boolean>,
): Promise<T> {
  let step = search.next();
  while (step.done !== true) step = search.next(await shows(step.value));
  return step.value;
}

/** Gives a list without some of its items: halves first, then ever smaller parts, down to single items from its end. */
export function* shorterLists<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let size = list.length; size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let end = list.length; end > 0; end -= size)
      yield list.filter((_, index) => index < end - size || index >= end);
}

const withAt = <T>(list: readonly T[], at: number, item: T): T[] =>
  list.map((old, index) => (index === at ? item : old));

/** Gives the values that have fewer items or members than a value, somewhere in it: the largest parts first. */
export function* shorterJson(value: JsonValue): Generator<JsonValue> {
  if (Array.isArray(value)) {
    const items: readonly JsonValue[] = value;
    yield* shorterLists(items);
    for (const [index, item] of items.entries()) for (const less of shorterJson(item)) yield withAt(items, index, less);
  } else if (isJsonObject(value)) {
    const members = Object.entries(value);
    for (const fewer of shorterLists(members)) yield Object.fromEntries(fewer);
    for (const [index, [name, member]] of members.entries())
      for (const less of shorterJson(member)) yield Object.fromEntries(withAt(members, index, [name, less]));
  }
}
