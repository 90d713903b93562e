import { ContractError } from '../contract-error';
import { STRING_FORMATS } from '../formats';
import type { JsonSchema } from '../json-schema';
import type { IntegerSchema, NumericLimits, StringSchema } from '../schema';
import { annotationsOf, only } from './annotations';
import { type Part, valuesOf } from './parts';

type NumericKeyword = {
  [K in keyof JsonSchema]-?: Exclude<JsonSchema[K], undefined> extends number ? K : never;
}[keyof JsonSchema];

/** The greatest of the values that the parts have for a lower limit. */
export const greatest = (parts: readonly Part[], keyword: NumericKeyword): number | undefined => {
  const values = valuesOf(parts, keyword) as number[];
  return values.length === 0 ? undefined : Math.max(...values);
};

/** The least of the values that the parts have for an upper limit. */
export const least = (parts: readonly Part[], keyword: NumericKeyword): number | undefined => {
  const values = valuesOf(parts, keyword) as number[];
  return values.length === 0 ? undefined : Math.min(...values);
};

/** Several patterns as one: each must be found somewhere in the text. */
function patternOf(parts: readonly Part[]): string | undefined {
  const patterns = [...new Set(valuesOf(parts, 'pattern'))];
  if (patterns.length < 2) return patterns[0];
  return `^${patterns.map((pattern) => `(?=[\\s\\S]*(?:${pattern}))`).join('')}`;
}

/** The one format that is judged; else the first, which is an annotation. */
function formatOf(parts: readonly Part[], isJudged: (format: string) => boolean): string | undefined {
  const formats = [...new Set(valuesOf(parts, 'format'))];
  const judged = formats.filter(isJudged);
  if (judged.length < 2) return judged[0] ?? formats[0];
  throw new ContractError(`a value that is both ${judged.join(' and ')} is not supported`, {
    where: (parts[0] as Part).where,
    next: 'Leave one of the formats.',
  });
}

/** The text that all parts of a schema describe together. */
export function stringOf(parts: readonly Part[]): StringSchema {
  const limits = only({
    minLength: greatest(parts, 'minLength'),
    maxLength: least(parts, 'maxLength'),
    pattern: patternOf(parts),
    format: formatOf(parts, (format) => STRING_FORMATS.has(format)),
  });
  return { kind: 'string', ...(limits as Partial<StringSchema>), ...annotationsOf(parts) };
}

const decimals = (value: number): number => {
  const [digits = '', exponent = '0'] = String(value).split('e');
  return Math.max(0, (digits.split('.')[1]?.length ?? 0) - Number(exponent));
};

const commonDivisor = (left: bigint, right: bigint): bigint =>
  right === 0n ? left : commonDivisor(right, left % right);

/** The least common multiple, decimal fractions included. */
function commonMultiple(left: number, right: number): number {
  const scale = 10 ** Math.max(decimals(left), decimals(right));
  const [a, b] = [BigInt(Math.round(left * scale)), BigInt(Math.round(right * scale))];
  return Number((a * b) / commonDivisor(a, b)) / scale;
}

/** The limits of a number or an integer. */
export function numericOf(parts: readonly Part[]): NumericLimits {
  const multiples = valuesOf(parts, 'multipleOf');
  const limits = only({
    minimum: greatest(parts, 'minimum'),
    maximum: least(parts, 'maximum'),
    exclusiveMinimum: greatest(parts, 'exclusiveMinimum'),
    exclusiveMaximum: least(parts, 'exclusiveMaximum'),
    multipleOf: multiples.length === 0 ? undefined : multiples.reduce(commonMultiple),
    format: integerFormat(parts),
  });
  return { ...(limits as Omit<Partial<IntegerSchema>, 'kind'>), ...annotationsOf(parts) };
}

/** A 32-bit integer is a 64-bit one, too. */
function integerFormat(parts: readonly Part[]): string | undefined {
  const formats = valuesOf(parts, 'format');
  return formats.find((format) => format === 'int32') ?? formats.find((format) => format === 'int64') ?? formats[0];
}
