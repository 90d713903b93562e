import type { JsonSchema } from '../json-schema';

/** Either the member is not there, or this holds. */
const unless = (name: string, demand: JsonSchema | boolean): JsonSchema => ({
  anyOf: [{ properties: Object.fromEntries([[name, false]]) }, demand],
});

/** What members demand of the object that they are in, each as a choice between two. */
export const demandsOf = ({ dependentRequired = {}, dependentSchemas = {} }: JsonSchema): JsonSchema[] => [
  ...Object.entries(dependentRequired).flatMap(([name, required]) =>
    required.length === 0 ? [] : [unless(name, { required })],
  ),
  ...Object.entries(dependentSchemas).map(([name, demand]) => unless(name, demand)),
];
