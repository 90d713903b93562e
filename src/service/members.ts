import { type Model, sitesOf } from '../contract';

/** The names of the members that a model declares at its root, those of all branches of a union. */
export const declaredMembers = (model: Model): Set<string> =>
  new Set(
    sitesOf(model).flatMap(({ pointer, property }) =>
      property !== undefined && /^(?:\/\|\d+)*\/[^/]+$/.test(pointer) ? [property.name] : [],
    ),
  );
