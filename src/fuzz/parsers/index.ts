import { Failure } from '../../result';
import type { ParseFunction } from '../parser';
import { isStandardSchema, standardSchemaParser } from './standard-schema';

/** A parser, and by which errors it is known to refuse. */
export interface Adapted {
  readonly parse: ParseFunction;
  readonly refusals: readonly string[];
}

/**
 * The parser that an export is: a function, or a Standard Schema object.
 * @throws Failure (usage) where it is neither.
 */
export function adapted(exported: unknown, reference: string): Adapted {
  if (isStandardSchema(exported)) return { parse: standardSchemaParser(exported), refusals: ['SchemaIssues'] };
  if (typeof exported === 'function') return { parse: exported as ParseFunction, refusals: [] };
  throw new Failure(
    'usage',
    `${reference} is no parser: it is neither a function nor a Standard Schema object`,
    'Name an export that takes the body as a text: file.ts#export.',
  );
}
