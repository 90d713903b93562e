import type { JsonValue } from '../../contract';
import type { Subject } from '../exact';
import type { Problem } from '../problem';

/** A value that a judge is asked about, and where it stands. */
export interface Place {
  /** With every digit. */
  readonly value: JsonValue;
  /** As ajv sees it. */
  readonly data: JsonValue;
  readonly pointer: string;
  /** All of what is being judged. */
  readonly subject: Subject;
}

/** A part of a schema that ajv cannot judge, or cannot judge exactly. */
export interface Judge {
  readonly accepts: (place: Place) => boolean;
  readonly problems: (place: Place) => readonly Problem[];
}

/** A judge that has one question, and one problem to tell where the answer is no. */
export const judgeOf = (problem: (place: Place) => Problem | undefined): Judge => ({
  accepts: (place) => problem(place) === undefined,
  problems: (place) => [problem(place)].filter((found) => found !== undefined),
});
