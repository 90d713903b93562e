import type { JsonValue, Schema } from '../../contract';
import type { Place } from '../plan';

/** What is wide open today may come tomorrow: a schema in place of another one, and a value that shows it. */
export interface Change {
  /** The schema that is replaced: that of the place, or of the object that it belongs to. */
  readonly before: Schema;
  readonly after: Schema;
  readonly value: JsonValue;
}

/** A change that providers make without asking. */
export interface TomorrowRow {
  /** The row of the breaking rules that it is. */
  readonly row: string;
  /** What happened, as the end of a sentence that begins with the place. */
  readonly says: string;
  /** The change at a place; `undefined` where it cannot be made there. */
  readonly make: (place: Place) => Change | undefined;
}
