const PAIRS = /[\ud800-\udbff][\udc00-\udfff]/g;

/** The length of a text as JSON Schema counts: in code points. */
export const codePoints = (text: string): number => text.length - (text.match(PAIRS)?.length ?? 0);

/** A pattern as JSON Schema means it: in Unicode mode; a pattern that only works without it is taken without it. */
export function regexOf(pattern: string): RegExp {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return new RegExp(pattern);
  }
}

/** Whether texts match a pattern anywhere. */
export function matcherOf(pattern: string): (text: string) => boolean {
  const regex = regexOf(pattern);
  return (text) => regex.test(text);
}

/** A text of exactly `length` code points near `text`, by repeating or dropping one character; of those allowed. */
export function stretch(text: string, length: number, allows: (candidate: string) => boolean): string | undefined {
  const points = Array.from(text);
  const difference = length - points.length;
  if (difference === 0) return allows(text) ? text : undefined;
  const edits = difference > 0 ? repetitions(points, difference) : removals(points, -difference);
  return edits.find(allows);
}

const repetitions = (points: readonly string[], times: number): string[] =>
  points.map((point, index) => [...points.slice(0, index), point.repeat(times), ...points.slice(index)].join(''));

const removals = (points: readonly string[], count: number): string[] =>
  Array.from({ length: points.length - count + 1 }, (_, from) =>
    [...points.slice(0, from), ...points.slice(from + count)].join(''),
  );
