import {
  type Contract,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  parseJson,
  successfulResponses,
} from '../../contract';
import { operationOf, type PactInteraction, type ReadPact } from '../../provider';

/** A successful answer as a pact has it. */
export interface PactAnswer {
  readonly id: string;
  readonly operation: string;
  readonly body: JsonValue;
}

const memberOf = (value: JsonValue | undefined, name: string): JsonValue | undefined =>
  value !== undefined && isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;

const isVersion4 = ({ metadata }: ReadPact): boolean => {
  const version = memberOf(memberOf(metadata, 'pactSpecification'), 'version');
  return typeof version === 'string' && Number.parseInt(version, 10) >= 4;
};

/** Pact's fourth version wraps bodies: `{ content, contentType, encoded }`. */
function unwrapped(body: JsonObject): JsonValue | undefined {
  const { content, encoded } = body;
  if (typeof content !== 'string' || encoded === false || encoded === undefined) return content;
  const text = encoded === 'base64' ? Buffer.from(content, 'base64').toString('utf8') : content;
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

function bodyOf(pact: ReadPact, { written }: PactInteraction): JsonValue | undefined {
  const body = memberOf(written['response'], 'body');
  return isVersion4(pact) && body !== undefined && isJsonObject(body) ? unwrapped(body) : body;
}

/** The successful answers of a contract's operations in pacts, whoever wrote these. */
export function pactAnswers(contract: Contract, pacts: readonly ReadPact[]): PactAnswer[] {
  const statuses = new Map(successfulResponses(contract).map(({ operation, status }) => [operation.id, status]));
  return pacts.flatMap((pact) =>
    pact.interactions.flatMap((interaction): PactAnswer[] => {
      const operation = operationOf(contract, interaction.method, interaction.path)?.id;
      const body = bodyOf(pact, interaction);
      if (operation === undefined || body === undefined || statuses.get(operation) !== interaction.status) return [];
      return [{ id: interaction.id, operation, body }];
    }),
  );
}
