import { literalPattern } from '../contract';
import { Failure, type Finding } from '../result';

/** What is known and passed over, a change or another finding: which one, why, and until when. */
export interface Ignore {
  /** Of one finding. */
  readonly fingerprint?: string;
  /** Or of a rule; where a pointer is given, at the places that it stands for: `*` is any segment, `**` any number of them. */
  readonly rule?: string;
  readonly pointer?: string;
  /** What it is, for whoever reads the file. */
  readonly about?: string;
  readonly reason: string;
  /** The last day that it holds, as `2027-01-31`. */
  readonly expires: string;
}

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const NEXT = `Each entry has a "reason", "expires" as 2027-01-31, and "fingerprint", or "rule" and perhaps "pointer".`;

const TEXTS = ['fingerprint', 'rule', 'pointer', 'about', 'reason', 'expires'] as const;

/** What the entries of a file are about, in messages. */
export type Ignorable = 'change' | 'finding';

function problemOf(entry: Readonly<Record<string, unknown>>, what: Ignorable): string | undefined {
  const unknown = Object.keys(entry).find((name) => !TEXTS.some((text) => text === name));
  if (unknown !== undefined) return `has ${unknown}, which is not known`;
  const wrong = TEXTS.find((name) => entry[name] !== undefined && typeof entry[name] !== 'string');
  if (wrong !== undefined) return `has a ${wrong} that is no text`;
  if ((entry['fingerprint'] === undefined) === (entry['rule'] === undefined))
    return `names no ${what}, or names it twice`;
  if (!entry['reason']) return 'gives no reason';
  return DAY.test(String(entry['expires'])) ? undefined : 'says not until when it holds';
}

/**
 * The entries of an ignore file.
 * @throws Failure (usage) naming the entry that is wrong.
 */
export function readIgnores(value: unknown, file: string, what: Ignorable = 'change'): Ignore[] {
  if (!Array.isArray(value)) throw new Failure('usage', `${file} is no list of ${what}s to pass over`, NEXT);
  return value.map((entry: unknown, index) => {
    const isObject = typeof entry === 'object' && entry !== null;
    const problem = isObject ? problemOf(entry as Readonly<Record<string, unknown>>, what) : 'is no object';
    if (problem !== undefined) throw new Failure('usage', `entry ${index + 1} of ${file} ${problem}`, NEXT);
    return entry as Ignore;
  });
}

/** Whether a pointer is one of those that a pattern stands for; `[]` and `{}`, as places are called, are any segment too. */
export function isAt(pattern: string, pointer: string): boolean {
  const source = pattern
    .split('/')
    .map((segment) => {
      if (segment === '**') return '\0';
      return ['*', '[]', '{}'].includes(segment) ? '[^/]*' : literalPattern(segment);
    })
    .join('/')
    .replace(/(?:^|\/)\0/g, '(?:/[^/]*)*');
  return new RegExp(`^${source}$`, 'u').test(pointer);
}

const isOf = (ignore: Ignore, finding: Finding): boolean =>
  ignore.fingerprint === undefined
    ? ignore.rule === finding.rule && (ignore.pointer === undefined || isAt(ignore.pointer, finding.pointer))
    : ignore.fingerprint === finding.fingerprint;

const nameOf = ({ fingerprint, rule, pointer, about }: Ignore): string =>
  about ?? fingerprint ?? `${rule}${pointer === undefined ? '' : ` at ${pointer}`}`;

/** What is passed over on one day, and which entries were of use. */
export class IgnoreList {
  private readonly used = new Set<Ignore>();

  constructor(
    private readonly ignores: readonly Ignore[],
    /** As `2026-11-24`. */
    private readonly today: string,
    private readonly what: Ignorable = 'change',
  ) {}

  private isOver = ({ expires }: Ignore): boolean => expires < this.today;

  /** Why a finding is passed over, or `undefined` where it is not. */
  reasonFor(finding: Finding): string | undefined {
    const matching = this.ignores.filter((ignore) => isOf(ignore, finding));
    for (const ignore of matching) this.used.add(ignore);
    const valid = matching.find((ignore) => !this.isOver(ignore));
    if (valid === undefined) return undefined;
    return `${this.what === 'change' ? 'ignored' : 'known'} until ${valid.expires}: ${valid.reason}`;
  }

  /** What is to be tidied up: entries that are over, and entries of what is no longer found. */
  warnings(): string[] {
    return this.ignores.flatMap((ignore) => {
      if (!this.used.has(ignore)) return [`the entry for ${nameOf(ignore)} matches no ${this.what}: remove it`];
      return this.isOver(ignore) ? [`the entry for ${nameOf(ignore)} held until ${ignore.expires}`] : [];
    });
  }
}
