// The parser of the console behind JSON lines, as a program of its own.
import { createInterface } from 'node:readline';
import { parseUser } from '../../contracts/user-update-resp/consumer/parser';
import { stringifyJson } from '../../src/contract';

const onTheWire = (value: unknown): unknown => {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(onTheWire);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, onTheWire(member)]));
};

function answer(body: string): Record<string, unknown> {
  try {
    return { verdict: 'accept', value: onTheWire(parseUser(body)) };
  } catch (error) {
    return { verdict: 'reject', error: String(error) };
  }
}

createInterface({ input: process.stdin }).on('line', (line) => {
  const { id, body } = JSON.parse(line) as { id: number; body: string };
  const told = { id, ...answer(Buffer.from(body, 'base64').toString()) };
  process.stdout.write(`${stringifyJson(told as never)}\n`);
});
