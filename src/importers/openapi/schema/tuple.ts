import type { JsonSchema } from '../../../contract';
import { type Place, placeAt } from '../place';
import type { Draft } from './draft';
import type { Reading } from './reading';

type Inner = JsonSchema | boolean;

/** What a schema says of values, without what is told of it. */
function content(schema: Inner): string {
  if (typeof schema === 'boolean') return String(schema);
  const { title: _, description: __, examples: ___, default: ____, ...judged } = schema;
  return JSON.stringify(judged);
}

/**
 * A tuple: a list whose first items have a schema each, and `items` speaks of the others alone. Where all that can be there
 * is of one schema, it is a plain list. Any other is inexact: its items are of one of the schemas, wherever they stand.
 */
export function tupleAdjusted(draft: Draft, place: Place, { notes, model }: Reading): void {
  const {
    prefixItems,
    items: rest = true,
    maxItems = Infinity,
  } = draft as {
    prefixItems?: readonly Inner[];
    items?: Inner;
    maxItems?: number;
  };
  delete draft['prefixItems'];
  const [first] = prefixItems ?? [];
  if (prefixItems === undefined || first === undefined) return;
  const isClosed = rest === false || maxItems <= prefixItems.length;
  const all = isClosed ? prefixItems : [...prefixItems, rest];
  if (isClosed) draft['maxItems'] = Math.min(maxItems, prefixItems.length);
  if (new Set(all.map(content)).size === 1) {
    draft['items'] = first;
    return;
  }
  draft['items'] = all.includes(true) ? undefined : { anyOf: all };
  const at = placeAt(place, 'prefixItems') ?? place;
  draft['x-inexact'] = notes.refuse(at, model, 'prefixItems (a tuple of several schemas) is not supported');
}
