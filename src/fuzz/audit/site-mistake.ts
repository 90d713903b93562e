import type { Schema, Site } from '../../contract';

/** Where a value is spoilt, and how: the very same value where the mistake makes no difference. */
export interface Spot {
  /** A site: `[]` for any index, `{}` for any key. */
  readonly at: string;
  readonly change: (value: unknown) => unknown;
}

/** A usual mistake in what a parser gives, at each site that it may be made at. */
export interface SiteMistake {
  /** Kebab-case. */
  readonly name: string;
  /** What the parser does, as the end of a sentence. */
  readonly says: string;
  /** Whether it depends on the responses before. */
  readonly remembers?: boolean;
  /** `undefined` for a site at which it cannot be made. */
  readonly plant: (site: Site) => Spot | undefined;
}

/** A mistake that changes values of one type at sites of some kinds. */
export const valueMistake = <T>(
  name: string,
  says: string,
  fits: (schema: Schema, site: Site) => boolean,
  isOf: (value: unknown) => value is T,
  change: (value: T) => unknown,
): SiteMistake => ({
  name,
  says,
  plant: (site) =>
    fits(site.schema, site)
      ? { at: site.pointer, change: (value) => (isOf(value) ? change(value) : value) }
      : undefined,
});

/** Whether a parsed value is a text. */
export const isText = (value: unknown): value is string => typeof value === 'string';
/** Whether a parsed value is a list. */
export const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
/** Whether a parsed value is a number of either kind. */
export const isNumber = (value: unknown): value is number | bigint =>
  typeof value === 'number' || typeof value === 'bigint';
