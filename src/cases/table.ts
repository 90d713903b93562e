import { type JsonValue, type Model, type Site, sitesOf } from '../contract';
import type { CaseTable, SiteClasses } from './case-table';
import type { Making, RejectRow, Row } from './classes';
import { compose, pinned } from './compose';

import { classesOf, makingOf } from './making';

/** The most sites that a table has: larger documents are cut, outer sites first. */
const MOST_SITES = 2_000;

type Keep = (value: JsonValue) => boolean;

/** The rows of a verdict with the values that are kept; rows without any left fall out. */
const kept = <R extends Row>(rows: readonly Row[], verdict: R['verdict'], keep: Keep): R[] =>
  rows
    .filter((row): row is R => row.verdict === verdict)
    .map((row) => ({ ...row, values: row.values.filter(keep) }))
    .filter((row) => row.values.length > 0);

const isBranch = (pointer: string): boolean => /\/\|\d+$/.test(pointer);

function classesAt(site: Site, making: Making): SiteClasses {
  const rows = classesOf(site.schema).rows(site.schema, making);
  const allows: Keep = (value) => making.allows(site.schema, value);
  const rejects = kept<RejectRow>(rows, 'reject', (value) => !allows(value));
  return {
    site,
    accept: kept(rows, 'accept', allows),
    either: kept(rows, 'either', allows),
    // The union itself has the values of types that no branch has.
    reject: isBranch(site.pointer) ? rejects.filter(({ name }) => !name.endsWith(' instead')) : rejects,
  };
}

const tableFrom = (model: Model, making: Making, sites: readonly SiteClasses[]): CaseTable => ({
  model,
  making,
  sites,
  bySite: new Map(sites.map((classes) => [classes.site.pointer, classes])),
});

/** What a branch allows, another branch may too: only the whole value tells. */
function fittingUnions(table: CaseTable, classes: SiteClasses): SiteClasses {
  const { pointer } = classes.site;
  if (!pointer.includes('|')) return classes;
  const isAllowed: Keep = (value) => {
    const body = compose(table, pinned(pointer, value));
    return body !== undefined && table.making.allows(table.model.schema, body);
  };
  return {
    site: classes.site,
    accept: kept(classes.accept, 'accept', isAllowed),
    either: kept(classes.either, 'either', isAllowed),
    reject: kept(classes.reject, 'reject', (value) => !isAllowed(value)),
  };
}

function makeTable(model: Model): CaseTable {
  const making = makingOf(model.definitions);
  const sites = sitesOf(model, MOST_SITES).map((site) => classesAt(site, making));
  const table = tableFrom(model, making, sites);
  return tableFrom(
    model,
    making,
    sites.map((classes) => fittingUnions(table, classes)),
  );
}

const tables = new WeakMap<Model['schema'], CaseTable>();

/**
 * The table of a model: every accept value is valid at its site, every reject value is not. Made once for a model.
 * @throws ContractError where no value can be made for a site, as of a pattern that cannot be generated from.
 */
export function tableOf(model: Model): CaseTable {
  const known = tables.get(model.schema);
  if (known?.model.definitions === model.definitions) return known;
  const table = makeTable(model);
  tables.set(model.schema, table);
  return table;
}
