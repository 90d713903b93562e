import { siteSegment, toPointer } from '../../contract';
import { type Finding, fingerprint, type Level, shorten } from '../../result';
import type { Mismatch } from './replay';

/** A path of Pact (`$.a[0]['b c']`) as segments. */
export function segmentsOf(path: string): string[] {
  const segments = path.matchAll(/\.([^.[\]]+)|\[(\d+|\*)\]|\['((?:[^'\\]|\\.)*)'\]/g);
  return [...segments].map(([, name, index, quoted]) => name ?? index ?? quoted?.replace(/\\(.)/g, '$1') ?? '');
}

/** The place without indexes, so that a finding has the same fingerprint at any item. */
const siteOf = (segments: readonly string[]): string =>
  segments.map((segment) => `/${/^\d+$/.test(segment) ? '[]' : siteSegment(segment)}`).join('');

const textOf = (value: unknown): string => {
  if (value === undefined) return '';
  return shorten(typeof value === 'string' ? value : JSON.stringify(value));
};

const RULES: Readonly<Record<string, string>> = {
  BodyMismatch: 'pact-body',
  BodyTypeMismatch: 'pact-content-type',
  StatusMismatch: 'pact-status',
  HeaderMismatch: 'pact-header',
};

/** What all findings of one endpoint share. */
interface Scope {
  readonly level: Level;
  readonly endpoint: string;
}

function findingAt(segments: readonly string[], mismatch: Mismatch, message: string, scope: Scope): Finding {
  const rule = RULES[mismatch.type] ?? 'pact';
  const place = siteOf(segments) + (mismatch.key === undefined ? '' : ` ${mismatch.key}`);
  return {
    rule,
    level: scope.level,
    pointer: toPointer(segments),
    message,
    expected: textOf(mismatch.expected),
    actual: textOf(mismatch.actual),
    fingerprint: fingerprint({ rule, place, scope: scope.endpoint }),
  };
}

const MISSING_KEYS = /^Actual map is missing the following keys: (.*)$/s;

/** The names of keys that an answer lacks: the verifier tells them in one sentence, and all expected ones as JSON. */
function missingKeys({ mismatch = '', expected, actual }: Mismatch): string[] | undefined {
  if (!MISSING_KEYS.test(mismatch)) return undefined;
  try {
    const there = new Set(JSON.parse(String(actual)) as string[]);
    return (JSON.parse(String(expected)) as string[]).filter((name) => !there.has(name));
  } catch {
    return undefined;
  }
}

/**
 * What Pact's verifier found, as findings: each says where the answer breaks the pact. Members of the body that
 * `mayMiss` names break none.
 */
export function findingsOf(mismatch: Mismatch, scope: Scope, mayMiss: ReadonlySet<string> = new Set()): Finding[] {
  const segments = segmentsOf(mismatch.path ?? '');
  const missing = missingKeys(mismatch);
  if (missing !== undefined)
    return missing
      .filter((name) => segments.length > 0 || !mayMiss.has(name))
      .map((name) => {
        const told = { ...mismatch, expected: 'a member of this name', actual: 'no such member' };
        return findingAt([...segments, name], told, `breaks the pact: ${JSON.stringify(name)} is missing`, scope);
      });
  return [findingAt(segments, mismatch, `breaks the pact: ${mismatch.mismatch ?? 'it does not match'}`, scope)];
}

/**
 * Findings without those that follow from another one: an answer with another status is another answer, whose members
 * nobody expects. It is told by what it says.
 */
export function causesIn(broken: readonly Finding[], body: Buffer): Finding[] {
  const status = broken.find(({ rule }) => rule === 'pact-status');
  if (status === undefined) return [...broken];
  const told = { ...status, actual: `${status.actual} ${shorten(body.toString())}`.trim() };
  return [told, ...broken.filter((finding) => finding !== status && finding.rule !== 'pact-body')];
}
