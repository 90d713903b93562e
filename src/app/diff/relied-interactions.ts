import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ReliedInteraction } from '../../breaking';
import { isJsonObject, type JsonObject, type JsonValue } from '../../contract';
import { bodyIn, type PactInteraction, type ReadPact, readPacts } from '../../provider';
import { Failure } from '../../result';

const objectOf = (value: JsonValue | undefined): JsonObject =>
  value !== undefined && isJsonObject(value) ? value : {};

function reliedOn(pact: ReadPact, interaction: PactInteraction): ReliedInteraction | undefined {
  const { consumer, description, method, path, status, written } = interaction;
  if (status === undefined) return undefined;
  const [request, response] = [bodyIn(pact, interaction, 'request'), bodyIn(pact, interaction, 'response')];
  return {
    ...{ consumer, description, method, path, status },
    headers: Object.keys(objectOf(objectOf(written['response'])['headers'])).map((name) => name.toLowerCase()),
    ...(request === undefined || request === null ? {} : { request }),
    ...(response === undefined || response === null ? {} : { response }),
  };
}

/**
 * What consumers have agreed on with a provider, as the pacts say; `undefined` where there are no pacts.
 * @throws Failure (usage) where a file is no pact.
 */
export function reliedInteractions(folder: string, provider: string, cwd: string): ReliedInteraction[] | undefined {
  const path = resolve(cwd, folder);
  if (!existsSync(path)) return undefined;
  try {
    return readPacts(path, folder).flatMap((pact) => {
      const ofProvider = pact.interactions.filter((interaction) => interaction.provider === provider);
      return ofProvider.flatMap((interaction) => reliedOn(pact, interaction) ?? []);
    });
  } catch (error) {
    if (error instanceof Failure && error.kind === 'nothing tested') return undefined;
    throw error;
  }
}
