import { type JsonValue, type Model, resolve } from '../contract';
import { makingOf } from './making';

/** A plain value of a model, patterns and limits heeded, always the same one; `undefined` where none can be made. */
export const typicalOf = (model: Model): JsonValue | undefined =>
  makingOf(model).typical(resolve(model.schema, model.definitions), 0);
