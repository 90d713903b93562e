import type { Colors } from 'picocolors/types';
import { oneLine } from '../result';

/** Says how far long work is, to whoever watches stderr. */
export interface Progress {
  /** A part of the work begins: said whatever was said before. */
  readonly begin: (text: string) => void;
  /** How far it is: said unless something was said just now. */
  readonly tell: (text: () => string) => void;
  /** What is known from now on: a line that stays, above how far it is. */
  readonly note: (text: string) => void;
  /** Takes away what stands on a terminal. */
  readonly clear: () => void;
}

/** Who watches stderr. */
interface Watched {
  readonly isTerminal: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly err: (text: string) => void;
  readonly colors: Colors;
  readonly quiet: boolean;
  /** Milliseconds since whenever. */
  readonly now?: () => number;
}

/** How often a person reads a line that is drawn anew, and how often a log takes a new one: in milliseconds. */
const EVERY = { terminal: 200, log: 15_000 };

const CLEAR = '\r\u001b[K';

const NOBODY: Progress = {
  begin: () => undefined,
  tell: () => undefined,
  note: () => undefined,
  clear: () => undefined,
};

const isCI = ({ CI }: Watched['env']): boolean => CI !== undefined && CI !== '' && CI !== 'false' && CI !== '0';

/**
 * On a terminal one line that is drawn anew; in CI a line every so often, so that nobody, and no limit for silent jobs,
 * takes long work for a hang; nothing where stderr goes elsewhere.
 */
export function progressOf({ isTerminal, env, err, colors, quiet, now = () => performance.now() }: Watched): Progress {
  if (quiet || !(isTerminal || isCI(env))) return NOBODY;
  const [every, draw] = isTerminal
    ? [EVERY.terminal, (text: string) => err(`${CLEAR}${colors.dim(`… ${oneLine(text)}`)}`)]
    : [EVERY.log, (text: string) => err(`… ${oneLine(text)}\n`)];
  let last = Number.NEGATIVE_INFINITY;
  const begin = (text: string): void => {
    last = now();
    draw(text);
  };
  return {
    begin,
    tell: (text) => {
      if (now() - last >= every) begin(text());
    },
    note: (text) => err(`${isTerminal ? CLEAR : ''}${oneLine(text)}\n`),
    clear: () => {
      if (isTerminal) err(CLEAR);
    },
  };
}
