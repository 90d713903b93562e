import type { CoverageCell } from '../../result';
import type { CaseTable } from '../case-table';
import type { Clause, FactorModel } from '../factors/factor';
import { ABSENT, classNames } from '../factors/levels';
import { feasibleClasses, keyOf } from './combinations';
import type { Sighting, Sightings } from './sightings';

const TOGETHER = 'the constraints exclude it together';

/** Why a class of its own cannot be; `undefined` where no value is of it alone. */
function reasonAgainst(model: FactorModel, clauses: readonly Clause[], site: string, name: string): string | undefined {
  const factor = model.factors.findIndex((own) => own.site.pointer === site);
  const level = model.factors[factor]?.levels.findIndex((own) => own.name === name) ?? -1;
  if (level < 0) return undefined;
  const clause = clauses.find(
    ({ terms: [only, ...others] }) => others.length === 0 && only?.[0] === factor && only[1].includes(level),
  );
  return clause?.reason ?? TOGETHER;
}

/** What was seen can be, whatever was thought of it. */
function cellOf(
  site: string,
  name: string,
  excluded: string | undefined,
  sighting: Sighting | undefined,
): CoverageCell {
  return {
    site,
    class: name,
    covered: sighting !== undefined,
    ...(excluded === undefined || sighting !== undefined ? {} : { excluded }),
    ...(sighting === undefined ? {} : { by: sighting.by }),
    ...(sighting === undefined || sighting.failed === 0 ? {} : { failed: sighting.failed }),
  };
}

/** Every class of every site: whether it was seen, and where; or why it cannot be. */
export function cellsOf(
  table: CaseTable,
  model: FactorModel,
  clauses: readonly Clause[],
  sightings: Sightings,
): CoverageCell[] {
  const feasible = feasibleClasses(model, clauses).combinations;
  const varying = new Set(model.factors.map(({ site }) => site.pointer));
  const excluded = new Map(
    model.excluded.map(({ site, class: name, reason }) => [keyOf({ sites: [site], classes: [name] }), reason]),
  );
  return table.sites.flatMap(({ site: { pointer, optional }, accept }) =>
    [...classNames(accept), ...(optional ? [ABSENT] : [])].flatMap((name): CoverageCell[] => {
      const key = keyOf({ sites: [pointer], classes: [name] });
      const isPossible = feasible.has(key) || !varying.has(pointer);
      const reason = excluded.get(key) ?? (isPossible ? undefined : reasonAgainst(model, clauses, pointer, name));
      const sighting = sightings.of(pointer, name);
      const isClass = isPossible || reason !== undefined || sighting !== undefined;
      return isClass ? [cellOf(pointer, name, reason, sighting)] : [];
    }),
  );
}
