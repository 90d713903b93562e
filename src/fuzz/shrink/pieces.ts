/** A text without one of its pieces: halves first, then ever smaller pieces. */
export function* piecesOf(text: string): Generator<string> {
  for (let size = Math.ceil(text.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < text.length; start += size) yield text.slice(0, start) + text.slice(start + size);
    if (text.length / size > 64) return;
  }
}
