/** How many letters must change to make one text of the other (Levenshtein), in time of their lengths' product. */
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The candidate that someone most likely meant, if any: the same letters, or at most two letters away. */
export function similar(text: string, candidates: readonly string[]): string | undefined {
  if (text.length > 100) return undefined;
  const sameLetters = candidates.find((candidate) => bare(candidate) === bare(text) && bare(text) !== '');
  if (sameLetters !== undefined) return sameLetters;
  const allowed = text.length > 4 ? 2 : 1;
  return candidates.find((candidate) => text.length > 2 && distance(candidate, text) <= allowed);
}

/** Returns the next step after an unknown name: `Did you mean x?` where one is near, then the sentence itself. */
export function nextAfter(unknown: string, candidates: readonly string[], sentence: string): string {
  const meant = similar(unknown, candidates);
  return meant === undefined ? sentence : `Did you mean ${meant}? ${sentence}`;
}

/** `: did you mean "x"?`, or nothing. */
export function didYouMean(text: string, candidates: readonly string[]): string {
  const meant = similar(text, candidates);
  return meant === undefined ? '' : `: did you mean ${JSON.stringify(meant)}?`;
}
