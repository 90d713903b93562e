import { type JsonValue, replaceAt } from '../../contract';
import type { CaseTable } from '../case-table';
import { compileModel } from '../compiled/compile-model';
import { LIKELY, Source } from '../compiled/source';
import { narrowed } from './narrow';
import { countBroken, remediesFor, type Terms } from './terms';

/** So many changes are made to one body, and so many bodies drawn for one number. */
const [MOST_CHANGES, MOST_DRAWS] = [16, 20];

/** A body that is mended, one change at a time, as long as each leaves less broken; `undefined` where none does. */
function mended(table: CaseTable, terms: Terms, drawn: JsonValue, source: Source): JsonValue | undefined {
  const { making, model } = table;
  let [body, count] = [drawn, countBroken(terms, drawn)];
  for (let change = 0; count > 0 && change < MOST_CHANGES; change += 1) {
    const remedies = remediesFor(terms, body);
    const first = source.below(remedies.length);
    const before = count;
    for (let turn = 0; turn < remedies.length && count === before; turn += 1) {
      const { pointer, value } = remedies[(first + turn) % remedies.length] as (typeof remedies)[number];
      const next = replaceAt(body, pointer, value);
      if (countBroken(terms, next) < count && making.allows(model.schema, next))
        [body, count] = [next, countBroken(terms, next)];
    }
    if (count === before) return undefined;
  }
  return count === 0 ? body : undefined;
}

/**
 * Draws bodies that the model allows and that keep the terms: the body of a number is the same whatever was drawn
 * before; `undefined` where none was found.
 */
export function bodiesOf(table: CaseTable, terms: Terms, seed: number): (number: number) => JsonValue | undefined {
  const compiled = compileModel(narrowed(table.model, terms, table.making));
  const source = new Source();
  return (number) => {
    for (let draw = 0; draw < MOST_DRAWS; draw += 1) {
      const drawn = compiled.draw(source.begin(seed, number * MOST_DRAWS + draw, LIKELY));
      const body = mended(table, terms, drawn, source);
      if (body !== undefined) return body;
    }
    return undefined;
  };
}
