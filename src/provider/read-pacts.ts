import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isJsonObject, type JsonObject, type JsonValue, parseJson } from '../contract';
import { Failure } from '../result';
import type { OtherInteraction, PactInteraction, PactState, ReadPact } from './pact-interaction';
import { uniqueIds } from './unique-ids';

const textOf = (value: JsonValue | undefined, otherwise = ''): string =>
  typeof value === 'string' ? value : otherwise;

const objectOf = (value: JsonValue | undefined): JsonObject =>
  value !== undefined && isJsonObject(value) ? value : {};

const listOf = (value: JsonValue | undefined): JsonObject[] =>
  Array.isArray(value) ? (value as JsonValue[]).filter(isJsonObject) : [];

/** `providerStates` of versions 3 and 4, or the one `providerState` of the earlier ones. */
function statesOf(written: JsonObject): PactState[] {
  if (Array.isArray(written['providerStates']))
    return listOf(written['providerStates']).map(({ name, params }) => ({
      name: textOf(name),
      params: objectOf(params),
    }));
  const only = textOf(written['providerState'] ?? written['provider_state']);
  return only === '' ? [] : [{ name: only, params: {} }];
}

type Head = Pick<PactInteraction, 'file' | 'consumer' | 'provider'>;

function interactionOf(written: JsonObject, head: Head): PactInteraction {
  const request = objectOf(written['request']);
  const { status } = objectOf(written['response']);
  const description = textOf(written['description']);
  return {
    ...head,
    id: description,
    description,
    states: statesOf(written),
    isPending: written['pending'] === true,
    method: textOf(request['method'], 'GET').toUpperCase(),
    path: textOf(request['path'], '/'),
    status: typeof status === 'number' ? status : undefined,
    written,
  };
}

function otherOf(written: JsonObject, head: Head): OtherInteraction {
  const description = textOf(written['description']);
  const { file, consumer } = head;
  return { file, consumer, id: description, description, states: statesOf(written), written };
}

const isHttp = (written: JsonObject): boolean =>
  written['type'] === undefined || written['type'] === 'Synchronous/HTTP' || written['type'] === '';

function parsed(path: string, file: string): JsonValue {
  try {
    return parseJson(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Failure('usage', `${file} is not JSON: ${(error as Error).message}`, 'Generate the pact again.');
  }
}

/**
 * A pact of its JSON document; `file` is what it is called.
 * @throws Failure (usage) where it is no pact.
 */
export function readPactFrom(pact: JsonValue, file: string): ReadPact {
  if (!isJsonObject(pact) || !('interactions' in pact || 'messages' in pact))
    throw new Failure('usage', `${file} is no pact: it has no interactions`, 'Name a folder that holds only pacts.');
  const consumer = textOf(objectOf(pact['consumer'])['name']);
  const provider = textOf(objectOf(pact['provider'])['name']);
  const written = listOf(pact['interactions']);
  const others = [...written.filter((one) => !isHttp(one)), ...listOf(pact['messages'])];
  return {
    file,
    consumer,
    provider,
    metadata: pact['metadata'] ?? {},
    interactions: written.filter(isHttp).map((one) => interactionOf(one, { file, consumer, provider })),
    notHttp: others.map((one) => otherOf(one, { file, consumer, provider })),
  };
}

function filesIn(path: string, shown: string): string[] {
  if (!existsSync(path))
    throw new Failure('usage', `there are no pacts in ${shown}: it is not there`, 'Check --pacts.');
  if (statSync(path).isFile()) return [path];
  const names = readdirSync(path).filter((name) => name.endsWith('.json') && !name.startsWith('.'));
  return names.sort().map((name) => join(path, name));
}

/** Gives each interaction of these pacts an id that no other one has. */
export function withUniqueIds(pacts: readonly ReadPact[]): ReadPact[] {
  const all = pacts.flatMap(({ interactions, notHttp }) => [...interactions, ...notHttp]);
  const ids = uniqueIds(all);
  const idOf = new Map(all.map((one, index) => [one, ids[index] as string]));
  const withId = <T extends PactInteraction | OtherInteraction>(one: T): T => ({ ...one, id: idOf.get(one) as string });
  return pacts.map((pact) => ({
    ...pact,
    interactions: pact.interactions.map(withId),
    notHttp: pact.notHttp.map(withId),
  }));
}

/**
 * The pacts of a folder, or of one file, sorted by name.
 * @throws Failure (usage) where there is no such folder, or a file in it is no pact; Failure (nothing tested) where
 * there is no interaction in it, which Pact's own verifier takes for a success.
 */
export function readPacts(path: string, shown = path): ReadPact[] {
  const pacts = withUniqueIds(
    filesIn(path, shown).map((file) => readPactFrom(parsed(file, basename(file)), basename(file))),
  );
  if (pacts.some(({ interactions }) => interactions.length > 0)) return pacts;
  const next = 'Write them with `pactcheck pacts`, or name another folder with --pacts.';
  throw new Failure('nothing tested', `there is no interaction in ${shown}`, next);
}
