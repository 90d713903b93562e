import type { Schema } from '../../contract';
import type { SchemaChange, SchemaChangeName } from '../rules';
import { changed, showing } from './inside';

type Growing = 'length' | 'items' | 'properties';

/** The names of what happens to one limit. */
interface LimitNames {
  readonly keyword: string;
  /** What this limit alone allows. */
  readonly alone: (limit: number) => Schema;
  readonly widened: SchemaChangeName;
  readonly narrowed: SchemaChangeName;
}

const ANY: Schema = { kind: 'any' };

/** What grows, with nothing said of it but some limits. */
const FREE: Readonly<Record<Growing, Schema>> = {
  length: { kind: 'string' },
  items: { kind: 'array', items: ANY },
  properties: { kind: 'map', values: ANY },
};

const KEYWORDS: Readonly<Record<Growing, string>> = { length: 'Length', items: 'Items', properties: 'Properties' };

const aloneOf =
  (what: Growing, keyword: string): LimitNames['alone'] =>
  (limit) =>
    ({ ...FREE[what], ...(Number.isFinite(limit) ? { [keyword]: limit } : {}) }) as Schema;

function most(what: Growing): LimitNames {
  const keyword = `max${KEYWORDS[what]}`;
  return {
    keyword,
    alone: aloneOf(what, keyword),
    widened: `max-${what}-increased`,
    narrowed: `max-${what}-decreased`,
  };
}

function least(what: Growing): LimitNames {
  const keyword = `min${KEYWORDS[what]}`;
  return {
    keyword,
    alone: aloneOf(what, keyword),
    widened: `min-${what}-decreased`,
    narrowed: `min-${what}-increased`,
  };
}

const told = (keyword: string, value: number | undefined): string =>
  value === undefined ? `no ${keyword}` : `${keyword} ${value}`;

/** A least and a most number of something. */
export interface Range {
  readonly min: number | undefined;
  readonly max: number | undefined;
}

/** @param moreIsLess whether a greater limit allows less. */
function compareLimit(
  { keyword, alone, widened, narrowed }: LimitNames,
  [before, after]: readonly [number | undefined, number | undefined],
  { unset, moreIsLess }: { readonly unset: number; readonly moreIsLess: boolean },
): SchemaChange[] {
  const [old, now] = [before ?? unset, after ?? unset];
  if (old === now) return [];
  const name = now < old === moreIsLess ? widened : narrowed;
  const change = changed(name, told(keyword, before), told(keyword, after));
  return [showing(change, { before: alone(old), after: alone(now) })];
}

/** How the limits of a length or of a number of things changed. */
export const compareRange = (what: Growing, before: Range, after: Range): SchemaChange[] => [
  ...compareLimit(least(what), [before.min, after.min], { unset: 0, moreIsLess: true }),
  ...compareLimit(most(what), [before.max, after.max], { unset: Infinity, moreIsLess: false }),
];
