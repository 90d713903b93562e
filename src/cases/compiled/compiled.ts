import type { Definitions, JsonValue, Schema } from '../../contract';
import type { Making } from '../classes';
import type { Cursor, Step } from './search/cursor';
import type { Source } from './source';

/** Draws values of a schema. Both take the same numbers from a source: what they give is equal. */
export interface Drawn {
  /** A value that the schema allows. */
  readonly draw: (source: Source) => JsonValue;
  /** The same value as JSON text. */
  readonly write: (source: Source) => string;
}

/** Makes values of a schema simpler. */
export interface Searched {
  /** The value that all others are made simpler towards. */
  readonly simplest: () => JsonValue;
  /**
   * Simpler values than this one, but for the simplest of all, which was tried before. Some may not be allowed where
   * the schema limits parts together: whoever takes a step asks.
   */
  readonly steps: (value: JsonValue, from: Cursor) => Iterable<Step>;
}

/** A schema made ready. */
export interface Compiled extends Drawn, Searched {}

/** What the compiler of one schema may ask about the schemas within it. */
export interface Compiler {
  readonly definitions: Definitions;
  readonly making: Making;
  readonly compile: (schema: Schema) => Compiled;
  /**
   * How many models must be entered one within another until a smallest value ends; infinite where none ends.
   * What is drawn when a source is spent takes the way on which this falls.
   */
  readonly heightOf: (schema: Schema) => number;
  /** Says what could not be compiled, and what is done instead. */
  readonly note: (sentence: string) => void;
}
