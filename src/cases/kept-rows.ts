import type { Row } from '../covering';
import type { FactorModel, SiteFactor } from './factors/factor';

/**
 * The rows of an earlier covering, as they are kept in a file: so that a new field extends them instead of
 * reshuffling them all. Plain data, in documented names.
 */
export interface KeptRows {
  /** What the levels of each row belong to. */
  readonly sites: readonly string[];
  /** By name, a level for each site. */
  readonly rows: { readonly [name: string]: readonly string[] };
}

/** A kept row in the terms of a model: -1 where the site or its level is new. */
export interface ReadRow {
  readonly name: string;
  readonly row: Row;
  /** Whether a level that it had is there no more: then its name says what it is not. */
  readonly hasLost?: boolean;
}

/** The kept rows as rows of a model. */
export function readKept({ factors }: FactorModel, { sites, rows }: KeptRows): ReadRow[] {
  const places = factors.map(({ documented }) => sites.indexOf(documented));
  return Object.entries(rows).map(([name, levels]) => {
    const row = factors.map((factor, index) =>
      factor.levels.findIndex((level) => level.name === levels[places[index] as number]),
    );
    return { name, row, hasLost: row.some((level, index) => level < 0 && places[index] !== -1) };
  });
}

const levelName = ({ levels }: SiteFactor, index: number | undefined): string => levels[index ?? 0]?.name ?? '';

/** Rows of a model as they are kept. */
export const keptOf = ({ factors }: FactorModel, named: readonly ReadRow[]): KeptRows => ({
  sites: factors.map(({ documented }) => documented),
  rows: Object.fromEntries(
    named.map(({ name, row }) => [name, factors.map((factor, index) => levelName(factor, row[index]))]),
  ),
});
