import type { ArraySchema } from '../../contract';
import { effectOf, type SchemaChange } from '../rules';
import { below, changed, type Inside } from './inside';
import { compareRange } from './limits';

function compareUnique(before: ArraySchema, after: ArraySchema): SchemaChange[] {
  const [old, now] = [before.uniqueItems === true, after.uniqueItems === true];
  if (old === now) return [];
  const told = (unique: boolean): string => (unique ? 'no item twice' : 'items may be equal');
  return [changed(now ? 'unique-items-added' : 'unique-items-removed', told(old), told(now))];
}

/** An array that holds nothing shows nothing of its items. */
const isSeen =
  (before: ArraySchema, after: ArraySchema) =>
  ({ name }: SchemaChange): boolean => {
    const { widens, narrows } = effectOf(name);
    if (before.maxItems === 0 && after.maxItems === 0) return false;
    return !(widens && !narrows && after.maxItems === 0) && !(narrows && !widens && before.maxItems === 0);
  };

/** How an array changed: its items, how many, and whether they differ. */
export const compareArrays = (before: ArraySchema, after: ArraySchema, inside: Inside): SchemaChange[] => [
  ...compareUnique(before, after),
  ...compareRange(
    'items',
    { min: before.minItems, max: before.maxItems },
    { min: after.minItems, max: after.maxItems },
  ),
  ...below('[]', inside.compare(before.items, after.items).filter(isSeen(before, after))),
];
