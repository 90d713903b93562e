import { basename } from 'node:path';
import { listedPath, toldPath } from './named-place';

/** What is known of something that was thrown, as plain data. */
export interface ErrorFacts {
  /** The name of its class; of what is no error, its type. */
  readonly name: string;
  /** The names of its class and of those it extends, nearest first. */
  readonly classes: readonly string[];
  readonly message: string;
  /** The function that threw, and its file, without line numbers: `readDate (parser.ts)`. */
  readonly frame: string;
  /** Line and column where it was thrown, `12:7`, where that is known: it tells throws of one function apart in one run. */
  readonly position?: string;
  /** The place in the body that it names, as keys, where it names one. */
  readonly path?: readonly string[];
}

/** A place in a program that threw. */
type Thrower = Pick<ErrorFacts, 'frame' | 'position'>;

const FRAME = /^\s+at (?:async )?(?:(.+?) \()?(?:file:\/\/)?([^()]+?):(\d+:\d+)\)?$/m;

/** The innermost place of a stack that is not of Node itself. */
function throwerIn(stack: string | undefined): Thrower {
  for (const line of (stack ?? '').split('\n')) {
    const match = FRAME.exec(line);
    if (match === null || match[2]?.startsWith('node:') || match[2] === '<anonymous>') continue;
    const frame = `${match[1] ?? 'anonymous'} (${basename(match[2] ?? '')})`;
    return match[3] === undefined ? { frame } : { frame, position: match[3] };
  }
  return { frame: '' };
}

function namesOf(error: object): string[] {
  const names: string[] = [];
  for (let here: unknown = error; here !== null && here !== Object.prototype; here = Object.getPrototypeOf(here)) {
    const name: unknown = (here as { constructor?: { name?: unknown } }).constructor?.name;
    if (typeof name === 'string' && name !== '' && !names.includes(name)) names.push(name);
  }
  return names;
}

/** A parser refuses by the same few classes, again and again. */
const known = new WeakMap<object, readonly string[]>();

function classesOf(error: object): readonly string[] {
  const prototype = Object.getPrototypeOf(error) as object | null;
  if (prototype === null || Object.hasOwn(error, 'constructor')) return namesOf(error);
  const classes = known.get(prototype) ?? namesOf(error);
  known.set(prototype, classes);
  return classes;
}

/** A name that says what kind of error it is; one with a sentence in it would hold what was met. */
const isName = (name: unknown): name is string => typeof name === 'string' && /^[\w$.-]{1,60}$/.test(name);

const textOf = (value: unknown): string => {
  try {
    return String(value);
  } catch {
    return 'a value without a text';
  }
};

const NO_STACK = (): undefined => undefined;
const NO_PATH = NO_STACK;

/** Something that was thrown; what a parser throws to say no is seldom asked for more than its classes. */
export class Thrown {
  /** As in {@link ErrorFacts}; `stack` gives what Node has printed, where it has. */
  constructor(
    readonly name: string,
    readonly classes: readonly string[],
    readonly message: string,
    private readonly stack: () => string | undefined = NO_STACK,
    private readonly listed: () => readonly string[] | undefined = NO_PATH,
  ) {}

  /** Printing a stack takes longer than most parsers: nobody asks for that of a refusal which is right. */
  get facts(): ErrorFacts {
    const { name, classes, message } = this;
    const path = this.listed() ?? toldPath(message);
    return { name, classes, message, ...throwerIn(this.stack()), ...(path === undefined ? {} : { path }) };
  }
}

/** Describes whatever was thrown; reading it never throws. */
export function describeThrown(thrown: unknown): Thrown {
  if (!(thrown instanceof Error) && !isErrorLike(thrown))
    return new Thrown(thrown === null ? 'null' : typeof thrown, [], textOf(thrown), NO_STACK, () => listedPath(thrown));
  const classes = classesOf(thrown);
  const own = isName(thrown.name) ? thrown.name : '';
  const name = own !== '' && own !== 'Error' ? own : (classes[0] ?? 'Error');
  const all = own === '' || classes.includes(own) ? classes : [own, ...classes];
  return new Thrown(
    name,
    all,
    textOf(thrown.message),
    () => thrown.stack,
    () => listedPath(thrown),
  );
}

/** An error of another realm, as of a module that was loaded into a context of its own. */
const isErrorLike = (thrown: unknown): thrown is Error => Object.prototype.toString.call(thrown) === '[object Error]';
