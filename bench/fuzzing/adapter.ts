// A parser of this repository behind JSON lines, as a program of its own: jiti bench/fuzzing/adapter.ts lean|console
import { parseUser } from '../../contracts/user-update-resp/consumer/parser';
import { type JsonValue, stringifyJson } from '../../src/contract';
import { parseLean } from '../../test/fuzz/conformance/parsers/lean';

const parse: (body: string) => unknown = process.argv[2] === 'lean' ? parseLean : parseUser;

/** Only JSON that has no bigint in it can be written by what the engine has. */
function exactly(value: unknown): JsonValue {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(exactly);
  if (typeof value !== 'object' || value === null) return value as JsonValue;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, exactly(member)]));
}

function written(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return stringifyJson(exactly(value));
  }
}

function answerTo(line: string): string {
  const { id, body } = JSON.parse(line) as { id: number; body: string };
  try {
    const value = parse(Buffer.from(body, 'base64').toString());
    return `{"id":${id},"verdict":"accept","value":${written(value)}}\n`;
  } catch (error) {
    return `{"id":${id},"verdict":"reject","error":${JSON.stringify(String(error))}}\n`;
  }
}

/** What has come of a line that is not whole yet. */
let rest = '';

// All that has come is answered at once: a line at a time, writing it takes as long as parsing.
process.stdin.setEncoding('latin1').on('data', (text: string) => {
  const lines = (rest + text).split('\n');
  rest = lines.pop() ?? '';
  let answers = '';
  for (const line of lines) answers += answerTo(line);
  if (answers !== '') process.stdout.write(answers);
});
