/** A text without one of its pieces: halves first, then ever smaller pieces. No character is cut in two. */
export function* piecesOf(text: string): Generator<string> {
  const characters = Array.from(text);
  const { length } = characters;
  const without = (start: number, end: number): string =>
    [...characters.slice(0, start), ...characters.slice(end)].join('');
  for (let size = Math.ceil(length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < length; start += size) yield without(start, start + size);
    if (length / size > 64) return;
  }
}
