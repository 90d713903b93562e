export * from './case';
export * from './content';
export * from './contract';
export * from './contract-error';
export * from './contract-source';
export { rulesCountedOn } from './counted-on';
export * from './define';
export * from './direction';
export { isExact } from './exact';
export * from './examples';
export { fits } from './fits';
export * from './formats';
export { type InnerSchema, schemasIn } from './inner-schemas';
export * from './json';
export { type JsonPlace, jsonPlaces } from './json-places';
export * from './json-schema';
export { JsonTokens } from './json-tokens';
export * from './key-text';
export { LeastSizes } from './least-size';
export { literalPattern } from './literal-pattern';
export { meaningOf } from './meaning';
export * from './media-type';
export * from './multiple';
export * from './naming';
export { Normaliser, normalise } from './normalise';
export {
  type CalledOperation,
  operationOf,
  operationsAt,
  placeNames,
  placesIn,
  standInOf,
  withoutLastSlash,
} from './operation-of';
export * from './plain';
export * from './plant';
export * from './pointer';
export * from './print';
export { requireProductive } from './recursion';
export type { Refinements } from './refine';
export { replaceAt } from './replace-at';
export { responseFor } from './response-for';
export * from './rule';
export * from './schema';
export * from './security';
export { shorterJson, shorterLists, shrinking, smallestOf, smallestOfAsync } from './shrink';
export * from './site';
export type { ModelType } from './static-type';
export * from './wire-form';
export * from './wire-text';
export * from './wire-value';
