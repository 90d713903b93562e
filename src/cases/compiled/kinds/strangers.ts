import { ContractError, type ObjectSchema, type StringSchema } from '../../../contract';
import type { Compiled, Compiler } from '../compiled';
import type { Source } from '../source';
import type { Assembly } from './assembly';

/** Members beside the declared ones. */
export interface Strangers {
  readonly draw: (source: Source, declared: number, into: Assembly) => void;
  /** Text of an object that is still open, with members added to it. */
  readonly write: (source: Source, declared: number, text: string) => string;
  readonly inner: Compiled;
}

const HOSTILE = ['somethingNew', '__proto__', 'constructor', 'toString', '', 'q"uote\\', '\u2028'];

const otherCase = (name: string): string => (name === name.toUpperCase() ? name.toLowerCase() : name.toUpperCase());

/** Names that are allowed and not declared, at least `count`. */
function freeNames(schema: ObjectSchema, compiler: Compiler, count: number): string[] {
  const { making } = compiler;
  const keys: StringSchema | NonNullable<ObjectSchema['keys']> = schema.keys ?? { kind: 'string' };
  const declared = new Set(schema.properties.map(({ name }) => name));
  const plain = Array.from({ length: count + declared.size + 4 }, (_, n) => making.typical(keys, n));
  const near = schema.properties.slice(0, 1).map(({ name }) => otherCase(name));
  const names = [...HOSTILE, ...near, ...plain].filter((name) => typeof name === 'string');
  return [...new Set(names)].filter((name) => !declared.has(name) && making.allows(keys, name));
}

/**
 * What is drawn beside the declared members: where they are of a schema of their own, or where there must be more
 * members than are declared. Where a document says nothing of them, none are drawn.
 */
export function strangersOf(schema: ObjectSchema, compiler: Compiler): Strangers | undefined {
  const { properties, additional, minProperties = 0, maxProperties = Infinity } = schema;
  const missing = minProperties - properties.length;
  if (additional === false || (missing <= 0 && additional.kind === 'any')) return undefined;
  if (compiler.heightOf(additional) === Infinity) return undefined;
  const names = freeNames(schema, compiler, Math.max(missing, 0));
  if (names.length < missing)
    throw new ContractError(`no ${minProperties} names can be made for the members of an object`, {
      next: 'Lower minProperties, or declare more members.',
    });
  const inner = compiler.compile(additional);
  const isWanted = additional.kind !== 'any' && names.length > 0;
  const countOf = (source: Source, declared: number): number => {
    const extra = isWanted && !source.isSpent() && (source.bits() & 7) === 0 ? 1 + (source.bits() & 1) : 0;
    return Math.min(Math.max(minProperties - declared, extra), names.length, Math.max(0, maxProperties - declared));
  };
  return withNames(names, countOf, inner);
}

function withNames(
  names: readonly string[],
  countOf: (source: Source, declared: number) => number,
  inner: Compiled,
): Strangers {
  const at = (first: number, index: number): string => names[(first + index) % names.length] as string;
  return {
    inner,
    draw: (source, declared, into) => {
      const count = countOf(source, declared);
      const first = count === 0 ? 0 : source.below(names.length);
      for (let index = 0; index < count; index += 1) into[at(first, index)] = inner.draw(source);
    },
    write: (source, declared, text) => {
      const count = countOf(source, declared);
      const first = count === 0 ? 0 : source.below(names.length);
      let written = text;
      for (let index = 0; index < count; index += 1) {
        const opening = written === '' ? '{' : ',';
        written += `${opening}${JSON.stringify(at(first, index))}:${inner.write(source)}`;
      }
      return written;
    },
  };
}
