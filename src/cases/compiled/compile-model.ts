import { ContractError, type Interpreter, interpret, keyText, type Model, resolve, type Schema } from '../../contract';
import { makingOf } from '../making';
import type { Compiled, Compiler } from './compiled';
import { heightsOf } from './heights';
import { compileAny } from './kinds/any';
import { compileArray } from './kinds/array';
import { compileInteger } from './kinds/integer';
import { listed } from './kinds/leaf';
import { compileMap } from './kinds/map';
import { compileNumber } from './kinds/number';
import { compileObject } from './kinds/object';
import { entering } from './kinds/reference';
import { compileString } from './kinds/string';
import { compileUnion } from './kinds/union';

const kindsOf = (compiler: Compiler, follow: (name: string) => Compiled): Interpreter<Compiled> => ({
  string: (schema) => compileString(schema, compiler),
  integer: (schema) => compileInteger(schema, compiler),
  number: (schema) => compileNumber(schema, compiler),
  boolean: () => listed([false, true]),
  null: () => listed([null]),
  enum: ({ values }) => listed(values),
  array: (schema) => compileArray(schema, compiler),
  map: (schema) => compileMap(schema, compiler),
  object: (schema) => compileObject(schema, compiler),
  union: (schema) => compileUnion(schema, compiler),
  any: (schema) => compileAny(schema, compiler),
  reference: ({ name }) => follow(name),
});

/** What stands for a schema of which nothing is made: its height keeps everyone from drawing it. */
const NEVER_DRAWN = listed([null]);

/** What says what values a schema has: two schemas that differ in prose alone are compiled once. */
function contentOf(schema: Schema): string {
  const { description: _, deprecated: __, ...content } = schema;
  return keyText(content);
}

/** A model made ready for drawing. */
export interface CompiledModel extends Compiled {
  readonly model: Model;
  readonly compiler: Compiler;
  /** What could not be compiled, and what is done instead: sentences for people. */
  readonly notes: readonly string[];
}

function compilerOf(model: Model, notes: string[]): Compiler {
  const { definitions } = model;
  const known = new Map<string, Compiled>();
  const models = new Map<string, Compiled>();
  const follow = (name: string): Compiled => {
    const before = models.get(name);
    if (before !== undefined) return before;
    let inner: Compiled | undefined;
    const made = entering(name, () => inner as Compiled, compiler.making);
    models.set(name, made);
    inner = compiler.compile(resolve({ kind: 'reference', name }, definitions));
    return made;
  };
  const compiler: Compiler = {
    definitions,
    making: makingOf(model),
    heightOf: heightsOf(definitions),
    note: (sentence) => notes.push(sentence),
    compile: (schema) => {
      const content = contentOf(schema);
      const compiled = known.get(content) ?? (schema.inexact === undefined ? interpret(kinds, schema) : NEVER_DRAWN);
      known.set(content, compiled);
      return compiled;
    },
  };
  const kinds = kindsOf(compiler, follow);
  return compiler;
}

const compiledModels = new WeakMap<Model['schema'], CompiledModel>();

/**
 * Compiles a model to closures, once. Names and patterns of the document stay data.
 * @throws ContractError where no value can be made, as of a model that requires itself.
 */
export function compileModel(model: Model): CompiledModel {
  const known = compiledModels.get(model.schema);
  if (known?.model.definitions === model.definitions) return known;
  const notes: string[] = [];
  const compiler = compilerOf(model, notes);
  if (compiler.heightOf(model.schema) === Infinity)
    throw new ContractError('no value of the model ends: it requires itself', {
      next: 'Make a member on the way optional, or let it be null.',
    });
  const compiled: CompiledModel = { model, compiler, notes, ...compiler.compile(model.schema) };
  compiledModels.set(model.schema, compiled);
  return compiled;
}
