import type { CoverageFigure } from './coverage-figure';

/** What was seen of one operation in exchanges that were observed, and what of it never was. */
export interface SeenOperation {
  readonly id: string;
  /** `GET /users/{id}`. */
  readonly call: string;
  readonly exchanges: number;
  /** How many exchanges had which status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Documented ones that no exchange had. */
  readonly neverSeenStatuses: readonly string[];
  /** Documented members of the answers that were seen, of all in answers of these statuses. */
  readonly fields: CoverageFigure;
  readonly neverSeenFields: readonly string[];
  readonly undocumentedFields: readonly string[];
}

/** What was seen of a contract in exchanges that were observed. */
export interface SeenAtAll {
  readonly exchanges: number;
  /** How many were held to the contract. */
  readonly judged: number;
  /** How many were not, by the reason. */
  readonly passedOver: Readonly<Record<string, number>>;
  /** How many bodies were not judged, by the reason. */
  readonly unjudgedBodies: Readonly<Record<string, number>>;
  /** How many lines and entries could not be read. */
  readonly damaged: number;
  readonly operations: readonly SeenOperation[];
  /** Calls that were answered and are not documented, each with how often. */
  readonly undocumented: Readonly<Record<string, number>>;
}
