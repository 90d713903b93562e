import { Failure } from '../../result';
import type { ParseFunction } from '../parser';
import { isStandardSchema, standardSchemaParser } from './standard-schema';
import { type Sample, takingJson } from './taking-json';

/** A parser, and by which errors it is known to refuse. */
export interface Adapted {
  readonly parse: ParseFunction;
  readonly refusals: readonly string[];
}

/** What is known where a parser is adapted. */
interface Known {
  /** What it is called in messages. */
  readonly reference: string;
  /** The errors that count as a refusal; any error does where none is named. */
  readonly rejectsWith: readonly string[];
  /** A response of which nothing is special. */
  readonly sample?: Sample | undefined;
}

/** The names of the functions that a class has itself, to be called without an instance. */
const staticsOf = (owner: object): string[] =>
  Object.getOwnPropertyNames(owner).filter((name) => {
    const member: unknown = Object.getOwnPropertyDescriptor(owner, name)?.value;
    return typeof member === 'function' && name !== 'prototype';
  });

const isClass = (exported: object): boolean => /^class\b/.test(Function.prototype.toString.call(exported));

function noParser(reference: string, exported: unknown): Failure {
  const statics = typeof exported === 'function' ? staticsOf(exported) : [];
  const [first = 'fromJson'] = statics;
  if (typeof exported !== 'function')
    return new Failure(
      'usage',
      `${reference} is no parser: it is neither a function nor a Standard Schema object`,
      'Name an export that takes the body as a text: file.ts#export.',
    );
  return new Failure(
    'usage',
    `${reference} is a class, which reads nothing by itself`,
    statics.length === 0
      ? 'Name a function that makes one of the body: file.ts#export.'
      : `Name its function: ${reference}.${first}${statics.length > 1 ? ` (it has ${statics.join(', ')})` : ''}.`,
  );
}

/**
 * The parser that an export is: a function of the body's text, or of what `JSON.parse` makes of it, or a Standard Schema
 * object.
 * @throws Failure (usage) where it is neither.
 */
export function adapted(exported: unknown, { reference, rejectsWith, sample }: Known): Adapted {
  if (isStandardSchema(exported)) return { parse: standardSchemaParser(exported), refusals: ['SchemaIssues'] };
  if (typeof exported !== 'function' || isClass(exported)) throw noParser(reference, exported);
  const parse = exported as ParseFunction;
  const reads = takingJson(parse, `${reference} ${exported.name}`, sample);
  if (reads === undefined) return { parse, refusals: [] };
  return { parse: reads, refusals: rejectsWith.length === 0 ? [] : ['NotJson'] };
}
