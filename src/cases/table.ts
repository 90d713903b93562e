import { type Model, type Site, sitesOf } from '../contract';
import type { CaseTable } from './case-table';
import { makingOf } from './making';
import { SiteRows } from './site-rows';

/** The most sites that a table has: larger documents are cut, outer sites first. */
const MOST_SITES = 2_000;

/** The sites at which values are made: none within what is inexact. */
function madeAt(model: Model): Site[] {
  const inexact = new Set<string>();
  return sitesOf(model, MOST_SITES).filter(({ pointer, parent, schema }) => {
    if (parent === undefined) return true;
    if (schema.inexact === undefined && !inexact.has(parent)) return true;
    inexact.add(pointer);
    return false;
  });
}

function makeTable(model: Model): CaseTable {
  const sites = madeAt(model).map((site) => new SiteRows(site, () => table));
  const table: CaseTable = {
    model,
    making: makingOf(model),
    sites,
    bySite: new Map(sites.map((classes) => [classes.site.pointer, classes])),
  };
  return table;
}

const tables = new WeakMap<Model['schema'], CaseTable>();

/** The table of a model: every accept value is valid at its site, every reject value is not. Made once for a model. */
export function tableOf(model: Model): CaseTable {
  const known = tables.get(model.schema);
  if (known?.model.definitions === model.definitions) return known;
  const table = makeTable(model);
  tables.set(model.schema, table);
  return table;
}
