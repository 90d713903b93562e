import type { JsonValue, Operation, Site } from '../../contract';
import type { Level } from '../compose';

/** What a site may hold: one of its classes, or nothing. */
export interface SiteLevel {
  /** The class, or `absent`. */
  readonly name: string;
  /** What it counts as in pairs. */
  readonly coarse: string;
  readonly level: Level;
}

/** A site as something that varies. */
export interface SiteFactor {
  readonly site: Site;
  /** The site's pointer in documented names: the same in every wire naming. */
  readonly documented: string;
  readonly levels: readonly SiteLevel[];
  /** Whether its combinations with other sites count; of the others each class counts once. */
  readonly isPaired: boolean;
}

/** A class that no row holds, and why. */
export interface Exclusion {
  readonly site: string;
  readonly class: string;
  readonly reason: string;
}

/** What no row may hold: all of these factors, by index, at one of these levels, by index. */
export interface Clause {
  readonly terms: readonly (readonly [factor: number, levels: readonly number[]])[];
  /** Absent where it follows from the structure: no item without its list. */
  readonly reason?: string;
}

/** How a contract's answers vary. */
export interface FactorModel {
  /** Outer before inner. */
  readonly factors: readonly SiteFactor[];
  readonly clauses: readonly Clause[];
  readonly excluded: readonly Exclusion[];
  /** Sites that rules let something stand at only on a condition: in pairs they are absent or present. */
  readonly conditional: ReadonlySet<string>;
  /** How many sites were left out, or only covered once each, since there are too many. */
  readonly beyond: { readonly sites: number; readonly pairs: number };
}

/** Why values of a class cannot be used at a site, or why it may not be absent; `undefined` where they can. */
export type Carries = (
  site: Site,
  className: string,
  value: JsonValue | undefined,
  operation: Operation,
) => string | undefined;
