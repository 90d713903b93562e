/** One step of a page: a file that it shows, or a command with what it prints. */
export type Step =
  | { readonly kind: 'file'; readonly path: string; readonly text: string }
  | { readonly kind: 'command'; readonly command: string; readonly shown: readonly string[]; readonly line: number };

interface Block {
  readonly info: string;
  readonly lines: readonly string[];
  /** Of its first line, in the page, from 1. */
  readonly line: number;
}

function blocksOf(page: string): Block[] {
  const lines = page.split('\n');
  const fences = lines.flatMap((line, index) => (line.startsWith('```') ? [index] : []));
  return fences.flatMap((start, index) =>
    index % 2 === 1
      ? []
      : [
          {
            info: (lines[start] as string).slice(3).trim(),
            lines: lines.slice(start + 1, fences[index + 1]),
            line: start + 2,
          },
        ],
  );
}

function commandsOf({ lines, line }: Block): Step[] {
  const starts = lines.flatMap((text, index) => (text.startsWith('$ ') ? [index] : []));
  return starts.map((start, index) => ({
    kind: 'command',
    command: (lines[start] as string).slice(2),
    shown: lines.slice(start + 1, starts[index + 1]),
    line: line + start,
  }));
}

/**
 * Reads what a page has its reader do, in order. A block whose info string names a path, as in "ts src/order.ts", is a
 * file; a `console` block holds commands, each after `$ `, with what they print.
 */
export const stepsOf = (page: string): Step[] =>
  blocksOf(page).flatMap((block): Step[] => {
    const [language, path] = block.info.split(' ');
    if (language === 'console') return commandsOf(block);
    return path === undefined ? [] : [{ kind: 'file', path, text: `${block.lines.join('\n')}\n` }];
  });

/** Leaves out what differs from run to run and machine to machine: times (which Jest shows of slow tests only), ports, and blanks at the end of a line. */
export const steady = (line: string): string =>
  line
    .replace(/\d+(?:\.\d+)? (?:ms|s|min)\b/g, 'N s')
    .replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:PORT')
    .replace(/ \(N s\)$/, '')
    .trimEnd();

const isLike = (shown: string, printed: string): boolean =>
  shown.endsWith('…') ? steady(printed).startsWith(steady(shown.slice(0, -1))) : steady(printed) === steady(shown);

/**
 * Finds the first line that is shown and was not printed, in order; `undefined` where there is none. A line `…` stands for
 * any lines, and `…` at the end of one for its rest.
 */
export function firstNotPrinted(shown: readonly string[], printed: readonly string[]): string | undefined {
  let next = 0;
  let maySkip = false;
  for (const line of shown) {
    if (line === '…') {
      maySkip = true;
      continue;
    }
    const found = maySkip ? printed.findIndex((one, index) => index >= next && isLike(line, one)) : next;
    const actual = printed[found];
    if (actual === undefined || !isLike(line, actual)) return line;
    next = found + 1;
    maySkip = false;
  }
  return maySkip || next === printed.length ? undefined : `the end, before: ${printed[next]}`;
}
