import type { JsonSchema } from '../json-schema';
import type { Schema } from '../schema';
import type { Flag } from './flags';
import type { Part } from './parts';

/** A schema within another one, and its place. */
export interface Piece {
  readonly json: JsonSchema | boolean;
  readonly where: string;
}

/** What the rules for one kind of schema need of those for all others. */
export interface Lowering {
  /** The schema of values that fit all of the pieces. */
  readonly together: (pieces: readonly Piece[]) => Schema;
  /** The schema of values that fit all of the parts. */
  readonly lower: (parts: readonly Part[]) => Schema;
  readonly partsOf: (piece: Piece) => Part[];
  /** Whether a schema says that its member goes one way only, wherever it says so. */
  readonly isFlagged: (schema: JsonSchema | boolean, flag: Flag) => boolean;
}

/** What no value fits. */
export const NEVER: Schema = { kind: 'enum', values: [] };

/** Whether a schema is written as one that no value fits. */
export const isNever = (schema: Schema): boolean => schema.kind === 'enum' && schema.values.length === 0;
