import { basename } from 'node:path';
import { ContractError, type JsonValue, parseJson } from '../../contract';
import type { DocumentWarning } from '../report';
import { type RepeatedKey, repeatedKeys } from './repeated-keys';

/** A file as plain data, and what is odd about its text. */
export interface Parsed {
  readonly value: JsonValue;
  readonly warnings: readonly DocumentWarning[];
}

/** Aliases of one anchor that YAML may have: more of them are a bomb (a billion laughs). */
const MOST_ALIASES = 1_000;

const broken = (file: string, message: string): ContractError =>
  new ContractError(`the document cannot be read: ${message}`, {
    where: basename(file),
    next: 'Correct the file: it must be JSON or YAML.',
  });

const TWICE = 'a key stands here that the object has already: the last one counts';

const twice = (file: string, { key, line }: RepeatedKey): DocumentWarning => ({
  where: `${basename(file)}:${line}`,
  message: TWICE.replace('a key', `the key ${JSON.stringify(key)}`),
});

/** Whole numbers that a double holds, as numbers. */
function plainNumbers(value: unknown): JsonValue {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  if (Array.isArray(value)) return value.map(plainNumbers);
  if (typeof value !== 'object' || value === null) return value as JsonValue;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plainNumbers(inner)]));
}

function parseYaml(text: string, file: string): Parsed {
  const { parseDocument } = require('yaml') as typeof import('yaml');
  const document = parseDocument(text, { intAsBigInt: true, merge: true, logLevel: 'silent' });
  const repeated = document.errors.filter(({ code }) => code === 'DUPLICATE_KEY');
  const [error] = document.errors.filter((candidate) => !repeated.includes(candidate));
  const where = ({ linePos }: (typeof document.errors)[number]): string =>
    `${basename(file)}:${linePos?.[0].line ?? 1}`;
  if (error !== undefined) throw broken(where(error), error.message.split('\n')[0] as string);
  const value = plainNumbers(document.toJS({ maxAliasCount: MOST_ALIASES }));
  const warnings = repeated.map((problem) => ({ where: where(problem), message: TWICE }));
  return { value, warnings };
}

/**
 * Reads JSON or YAML 1.2 text; integers keep every digit. Nothing in it is evaluated.
 * @throws ContractError where it is neither, nested too deep, or expands beyond measure.
 */
export function parseText(text: string, file: string): Parsed {
  const plain = text.replace(/^\uFEFF/, '');
  try {
    if (/^\s*[{[]/.test(plain)) {
      try {
        return { value: parseJson(plain), warnings: repeatedKeys(plain).map((repeated) => twice(file, repeated)) };
      } catch (error) {
        // Flow-style YAML begins like JSON.
        if (!(error instanceof SyntaxError) || /\.json$/i.test(file)) throw error;
      }
    }
    return parseYaml(plain, file);
  } catch (error) {
    if (error instanceof ContractError) throw error;
    const message = error instanceof RangeError ? 'it is nested too deep' : (error as Error).message;
    throw broken(file, message);
  }
}
