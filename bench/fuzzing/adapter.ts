// A parser of this repository behind JSON lines, as a program of its own: jiti bench/fuzzing/adapter.ts lean|console
import type { ParseFunction } from '../../src/fuzz';
import { PARSERS } from './parsers';

const parse = PARSERS[process.argv[2] ?? ''] as (body: string) => ReturnType<ParseFunction>;

/** Stands before the digits of a bigint, in a text, until they are written as they are. */
const MARK = 'bigint 5b0e4d7c:';
const MARKED = new RegExp(`"${MARK}(-?\\d+)"`, 'g');

let hasBigint = false;

// The engine writes JSON many times as fast as a program does, but no bigints.
Object.defineProperty(BigInt.prototype, 'toJSON', {
  value(this: bigint): string {
    hasBigint = true;
    return `${MARK}${this}`;
  },
});

/** A member of the answer; none for what is nested too deeply to be written: that it was accepted is told all the same. */
function valueMember(value: unknown): string {
  hasBigint = false;
  try {
    const text = ascii(JSON.stringify(value));
    return `,"value":${hasBigint ? text.replace(MARKED, '$1') : text}`;
  } catch {
    return '';
  }
}

/** Texts of bytes are joined and written several times as fast as those of wider characters. */
const ascii = (text: string): string =>
  /[\u0080-\uffff]/.test(text)
    ? text.replace(/[\u0080-\uffff]/g, (wide) => `\\u${wide.charCodeAt(0).toString(16).padStart(4, '0')}`)
    : text;

function answerTo(line: string): string {
  const { id, body } = JSON.parse(line) as { id: number; body: string };
  let value: unknown;
  try {
    value = parse(Buffer.from(body, 'base64').toString());
  } catch (error) {
    return `{"id":${id},"verdict":"reject","error":${ascii(JSON.stringify(String(error)))}}\n`;
  }
  return `{"id":${id},"verdict":"accept"${valueMember(value)}}\n`;
}

/** What has come of a line that is not whole yet. */
let rest = '';

// All that has come is answered at once: a line at a time, writing it takes as long as parsing.
process.stdin.setEncoding('latin1').on('data', (text: string) => {
  const lines = (rest + text).split('\n');
  rest = lines.pop() ?? '';
  let answers = '';
  for (const line of lines) answers += answerTo(line);
  if (answers !== '') process.stdout.write(answers, 'latin1');
});
