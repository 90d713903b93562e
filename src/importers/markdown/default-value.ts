import type { JsonLiteral, JsonSchema } from '../../contract';
import type { EnumMember } from './enums';

const unquoted = (text: string): string => /^@?(["'])(.*)\1$/s.exec(text)?.[2] ?? text;

/**
 * A default as the value of its type; `undefined` where the text is none: `[]`, or an expression of the language.
 * @param members the members of an enum, which the text may name: `StatusEnum.OPEN`.
 */
export function presetOf(
  text: string | undefined,
  schema: JsonSchema,
  members: readonly EnumMember[],
): JsonLiteral | undefined {
  if (text === undefined) return undefined;
  const word = unquoted(text);
  const [type] = [schema.type].flat();
  if (schema.enum !== undefined) {
    const named = members.find(({ name }) => name === word.split('.').at(-1))?.value;
    return [named, word, Number(word)].find((value) => value !== undefined && schema.enum?.includes(value));
  }
  if (type === 'boolean') return /^(?:true|false)$/i.test(word) ? word.toLowerCase() === 'true' : undefined;
  if (type === 'integer' || type === 'number') {
    const value = Number(/^-?\d+(?:\.\d+)?(?=[lLfFdDmM]?$)/.exec(word)?.[0] ?? Number.NaN);
    return Number.isFinite(value) && (type === 'number' || Number.isSafeInteger(value)) ? value : undefined;
  }
  return type === 'string' && schema.format === undefined ? word : undefined;
}
