import type { JsonValue, Rule } from '../../contract';
import type { Row } from '../../covering';
import type { CaseTable } from '../case-table';
import type { ClassesOfBody } from '../classify';
import { compose, type Level } from '../compose';
import { brokenRules } from '../rules';
import type { FactorModel, SiteFactor, SiteLevel } from './factor';
import { type Place, placesOf } from './structure';

/** A row as a body, or why it is none. */
export type Composed = { readonly body: JsonValue } | { readonly reason: string };

/** Makes bodies of the rows of a model. */
export interface Composer {
  readonly compose: (row: Row) => Composed;
  /** By site, what the row says of it; sites that have no place in the row left out. */
  readonly levels: (row: Row) => Map<string, Level>;
  /** By factor, where it stands. */
  readonly places: readonly (Place | undefined)[];
}

const NO_BODY = 'no valid body was found that has them together';

const levelOf = (factors: readonly SiteFactor[], row: Row, factor: number): SiteLevel =>
  factors[factor]?.levels[row[factor] ?? 0] as SiteLevel;

/** Composes the bodies of a model's rows; what is composed is valid, keeps the rules, and has the classes it should. */
export function composerOf(
  table: CaseTable,
  model: FactorModel,
  rules: readonly Rule[],
  classify: (body: JsonValue) => ClassesOfBody,
): Composer {
  const { factors } = model;
  const places = placesOf(table, factors);
  const hasPlace = (row: Row, place: Place | undefined): boolean =>
    place === undefined || place.levels.includes(row[place.outer] ?? 0);
  const active = (row: Row): number[] =>
    factors.flatMap(({ site }, factor) => {
      if (!hasPlace(row, places[factor])) return [];
      return levelOf(factors, row, factor).level === 'absent' && !site.optional ? [] : [factor];
    });
  const levels = (row: Row): Map<string, Level> =>
    new Map(
      active(row).map((factor) => [factors[factor]?.site.pointer ?? '', levelOf(factors, row, factor).level] as const),
    );
  const isAsMeant = (row: Row, body: JsonValue): boolean => {
    const classes = classify(body);
    return active(row).every((factor) => {
      const { site } = factors[factor] as SiteFactor;
      const { name } = levelOf(factors, row, factor);
      const isSpelling = table.bySite.get(site.pointer)?.accept.some((own) => own.isSpelling && own.name === name);
      return isSpelling === true || classes.get(site.pointer)?.has(name) === true;
    });
  };
  return {
    levels,
    places,
    compose: (row) => {
      const body = compose(table, levels(row));
      if (body === undefined || !table.making.allows(table.model.schema, body)) return { reason: NO_BODY };
      const [broken] = brokenRules(rules, body);
      if (broken !== undefined) return { reason: broken.description };
      return isAsMeant(row, body) ? { body } : { reason: NO_BODY };
    },
  };
}
