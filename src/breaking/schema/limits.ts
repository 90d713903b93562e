import type { SchemaChange, SchemaChangeName } from '../change';
import { changed } from './inside';

type Growing = 'length' | 'items' | 'properties';

/** The names of what happens to one limit. */
interface LimitNames {
  readonly keyword: string;
  readonly widened: SchemaChangeName;
  readonly narrowed: SchemaChangeName;
}

const most = (what: Growing, keyword: string): LimitNames => ({
  keyword,
  widened: `max-${what}-increased`,
  narrowed: `max-${what}-decreased`,
});

const least = (what: Growing, keyword: string): LimitNames => ({
  keyword,
  widened: `min-${what}-decreased`,
  narrowed: `min-${what}-increased`,
});

const LIMITS: Readonly<Record<Growing, { readonly min: LimitNames; readonly max: LimitNames }>> = {
  length: { min: least('length', 'minLength'), max: most('length', 'maxLength') },
  items: { min: least('items', 'minItems'), max: most('items', 'maxItems') },
  properties: { min: least('properties', 'minProperties'), max: most('properties', 'maxProperties') },
};

const told = (keyword: string, value: number | undefined): string =>
  value === undefined ? `no ${keyword}` : `${keyword} ${value}`;

/** A least and a most number of something. */
export interface Range {
  readonly min: number | undefined;
  readonly max: number | undefined;
}

function minimum({ keyword, widened, narrowed }: LimitNames, before: Range, after: Range): SchemaChange[] {
  const [old, now] = [before.min ?? 0, after.min ?? 0];
  if (old === now) return [];
  return [changed(now < old ? widened : narrowed, told(keyword, before.min), told(keyword, after.min))];
}

function maximum({ keyword, widened, narrowed }: LimitNames, before: Range, after: Range): SchemaChange[] {
  const [old, now] = [before.max ?? Infinity, after.max ?? Infinity];
  if (old === now) return [];
  return [changed(now > old ? widened : narrowed, told(keyword, before.max), told(keyword, after.max))];
}

/** How the limits of a length or of a number of things changed. */
export const compareRange = (what: Growing, before: Range, after: Range): SchemaChange[] => [
  ...minimum(LIMITS[what].min, before, after),
  ...maximum(LIMITS[what].max, before, after),
];
