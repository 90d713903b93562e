import { type Definitions, type Property, resolve, type Schema, siteSegment } from '../contract';

/** A place that a request writes to: whether it must, and what may stand there. */
export type RequestPlace = Pick<Property, 'required' | 'schema'>;

const BRANCH = /^\|\d+$/;

const free = (schema: Schema): RequestPlace => ({ schema, required: false });

/** Members that are not declared are not written: those that only answers have are among them. */
function within(schema: Schema, segment: string, definitions: Definitions): RequestPlace[] {
  const here = resolve(schema, definitions);
  if (here.kind === 'union') return here.branches.flatMap((branch) => within(branch, segment, definitions));
  if (here.kind === 'any') return [free(here)];
  if (here.kind === 'array') return segment === '[]' ? [free(here.items)] : [];
  if (here.kind === 'map') return segment === '[]' ? [] : [free(here.values)];
  if (here.kind !== 'object') return [];
  const declared = here.properties.find(({ name }) => siteSegment(name) === segment);
  if (declared !== undefined) return [declared];
  const { additional } = here;
  return segment === '[]' || additional === false || additional.kind === 'any' ? [] : [free(additional)];
}

/**
 * The places of a request that a site within one of its members leads to: several, where branches of a union have it;
 * none, where the request has no such place. The branches of an answer need not be those of the request, so that they
 * are not told apart.
 */
export const placesWithin = (member: RequestPlace, site: readonly string[], definitions: Definitions): RequestPlace[] =>
  site
    .filter((segment) => !BRANCH.test(segment))
    .reduce((places, segment) => places.flatMap(({ schema }) => within(schema, segment, definitions)), [member]);
