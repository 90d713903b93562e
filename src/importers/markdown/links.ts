/** A link in Markdown: `[text](target)`. */
export interface Link {
  readonly text: string;
  readonly target: string;
  readonly start: number;
  readonly end: number;
}

/** Of each bracket that opens, where it closes. */
function pairsOf(text: string, open: string, close: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const waiting: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === open) waiting.push(index);
    else if (text[index] === close && waiting.length > 0) pairs.set(waiting.pop() as number, index);
  }
  return pairs;
}

/** The links of a cell, outermost ones first to last. */
export function linksIn(cell: string): Link[] {
  const [square, round] = [pairsOf(cell, '[', ']'), pairsOf(cell, '(', ')')];
  const links: Link[] = [];
  for (let start = cell.indexOf('['); start >= 0; start = cell.indexOf('[', start + 1)) {
    const middle = square.get(start);
    const end = middle === undefined || cell[middle + 1] !== '(' ? undefined : round.get(middle + 1);
    if (middle === undefined || end === undefined) continue;
    links.push({ text: cell.slice(start + 1, middle), target: cell.slice(middle + 2, end), start, end: end + 1 });
    start = end;
  }
  return links;
}

/** A cell with the text of each link in its place. */
export function withoutLinks(cell: string): string {
  const links = linksIn(cell);
  let from = 0;
  const parts = links.map(({ text, start, end }) => {
    const part = cell.slice(from, start) + text;
    from = end;
    return part;
  });
  return parts.join('') + cell.slice(from);
}
