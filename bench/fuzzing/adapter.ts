// A parser of this repository behind JSON lines, as a program of its own: jiti bench/fuzzing/adapter.ts lean|console
import { parseUser } from '../../contracts/user-update-resp/consumer/parser';
import { parseLean } from '../../test/fuzz/conformance/parsers/lean';

const parse: (body: string) => unknown = process.argv[2] === 'lean' ? parseLean : parseUser;

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
    const text = JSON.stringify(value);
    return `,"value":${hasBigint ? text.replace(MARKED, '$1') : text}`;
  } catch {
    return '';
  }
}

function answerTo(line: string): string {
  const { id, body } = JSON.parse(line) as { id: number; body: string };
  let value: unknown;
  try {
    value = parse(Buffer.from(body, 'base64').toString());
  } catch (error) {
    return `{"id":${id},"verdict":"reject","error":${JSON.stringify(String(error))}}\n`;
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
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it asks for ASCII, which is written without being encoded
  if (answers !== '') process.stdout.write(answers, /^[\u0000-\u007f]*$/.test(answers) ? 'latin1' : 'utf8');
});
