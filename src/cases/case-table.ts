import type { Model, Site } from '../contract';
import type { AcceptRow, EitherRow, Making, RejectRow } from './classes';

/** The rows that fit one site. */
export interface SiteClasses {
  readonly site: Site;
  readonly accept: readonly AcceptRow[];
  readonly reject: readonly RejectRow[];
  readonly either: readonly EitherRow[];
}

/** What a model's values can be, site by site. */
export interface CaseTable {
  readonly model: Model;
  readonly making: Making;
  /** Outer before inner, in the order of the document. */
  readonly sites: readonly SiteClasses[];
  readonly bySite: ReadonlyMap<string, SiteClasses>;
}
