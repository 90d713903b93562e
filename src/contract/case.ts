/** What a response parser must do with a case. `either` is for what the documents leave open. */
export type Verdict = 'accept' | 'reject' | 'either';

/** The verdicts, for command lines and messages. */
export const VERDICTS: readonly Verdict[] = ['accept', 'reject', 'either'];

/**
 * A response as a parser meets it, and what it must do with it. The body is text, so that a key twice, `1e999`,
 * a byte order mark and depth are ordinary cases.
 */
export interface Case {
  /** Stable, and readable: `/status unknown`. Names the interaction, the JUnit test case and the SARIF result. */
  readonly id: string;
  readonly verdict: Verdict;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The exact text of the body. Where the body is not valid UTF-8, `bodyBase64` stands instead. */
  readonly body?: string;
  readonly bodyBase64?: string;
  /** By site, the class of its value; `absent` where it is left out. */
  readonly classes: Readonly<Record<string, string>>;
  /** What it was drawn with. */
  readonly seed: number;
  /** Of a reject case: where the one departure is, as a JSON pointer into the body. */
  readonly pointer?: string;
  /** Why it must be refused, or why the documents leave it open. */
  readonly reason?: string;
}

/** The bytes of a case's body. */
export const bodyBytes = (testCase: Case): Buffer =>
  testCase.bodyBase64 === undefined
    ? Buffer.from(testCase.body ?? '', 'utf8')
    : Buffer.from(testCase.bodyBase64, 'base64');

/** `body` or, for bytes that are not UTF-8, `bodyBase64`: the members of a case that hold these bytes. */
export function bodyMembers(bytes: Buffer): { body: string } | { bodyBase64: string } {
  const text = bytes.toString('utf8');
  return Buffer.from(text, 'utf8').equals(bytes) ? { body: text } : { bodyBase64: bytes.toString('base64') };
}

/** The case as one NDJSON line, without the line's end. Members always stand in the same order. */
export function caseLine(testCase: Case): string {
  const { id, verdict, status, headers, body, bodyBase64, classes, seed, pointer, reason } = testCase;
  return JSON.stringify({ id, verdict, status, headers, body, bodyBase64, classes, seed, pointer, reason });
}
