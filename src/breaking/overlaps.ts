import {
  type Definitions,
  equalJson,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type Model,
  type Schema,
} from '../contract';
import { type Choice, choicesOf } from './contract/choices';
import { placed } from './probes';
import type { Tools } from './tools';

/** Payloads of one branch that are looked at: the plainest ones, and some as they come by chance. */
const MOST_SAMPLES = 12;
const MOST_DRAWS = 40;

function firstOf(values: Iterable<JsonValue>, most: number): JsonValue[] {
  const found: JsonValue[] = [];
  for (const value of values) if (found.push(value) === most) break;
  return found;
}

function samplesOf(schema: Schema, definitions: Definitions, tools: Tools): JsonValue[] {
  const branch = { schema, definitions };
  return [...firstOf(tools.payloads(branch), MOST_SAMPLES), ...firstOf(tools.draws(branch), MOST_DRAWS)];
}

const size = (value: JsonObject): number => Object.keys(value).length;

/** Of the objects of a branch the smallest and the largest: what is optional is in the one and not in the other. */
function objectsOf(samples: readonly JsonValue[]): JsonObject[] {
  const objects = samples.filter(isJsonObject).sort((left, right) => size(left) - size(right));
  const [first, last] = [objects[0], objects.at(-1)];
  return first === undefined || last === undefined ? [] : first === last ? [first] : [first, last];
}

/** Objects that hold what several branches ask for. */
function merged(branches: readonly (readonly JsonObject[])[]): JsonObject[] {
  const pairs = branches.flatMap((left, index) =>
    branches.slice(index + 1).flatMap((right) => left.flatMap((one) => right.map((other) => ({ ...other, ...one })))),
  );
  const all = Object.assign({}, ...branches.flat()) as JsonObject;
  return branches.length > 2 ? [...pairs, all] : pairs;
}

/** What is of none of the usual types of a member, whatever type that is. */
const ODD: readonly JsonValue[] = [0, 'text', null, {}, []];

/** Objects of one branch that all others refuse: the members that only the others declare hold what they may not. */
function spoiled(branches: readonly (readonly JsonObject[])[]): JsonObject[] {
  const names = [...new Set(branches.flat().flatMap((object) => Object.keys(object)))];
  return branches.flatMap((objects) => {
    const others = names.filter((name) => !objects.some((object) => Object.hasOwn(object, name)));
    return objects.flatMap((object) =>
      ODD.map((odd) => ({ ...object, ...Object.fromEntries(others.map((name) => [name, odd])) })),
    );
  });
}

/** Objects in which each member by itself holds what its branch may not have there. */
function allSpoiled(branches: readonly (readonly JsonObject[])[]): JsonObject[] {
  const names = [...new Set(branches.flat().flatMap((object) => Object.keys(object)))];
  return names.flatMap((kept) => {
    const others = names.filter((name) => name !== kept);
    return ODD.map((odd) => Object.fromEntries(others.map((name) => [name, odd])) as JsonObject);
  });
}

/** Values of which several branches, or none but one, may be right. */
function valuesFor({ schema, definitions }: Choice, tools: Tools): JsonValue[] {
  const samples = schema.branches.map((branch) => samplesOf(branch, definitions, tools));
  const objects = samples.map(objectsOf).filter((branch) => branch.length > 0);
  return [...samples.flat(), ...merged(objects), ...spoiled(objects), ...allSpoiled(objects)];
}

/** Payloads made for where branches of a union overlap: values that several branches fit, in payloads of both models. */
export function overlapsOf(models: readonly Model[], hosts: readonly JsonValue[], tools: Tools): JsonValue[] {
  const choices = models.flatMap(choicesOf);
  return choices.flatMap((choice) => {
    const values = valuesFor(choice, tools);
    const distinct = values.filter((value, index) => values.findIndex((other) => equalJson(other, value)) === index);
    return choice.pointer === '' ? distinct : [...placed(hosts, choice.pointer, distinct)];
  });
}
