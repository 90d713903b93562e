import { generateCases } from '../../cases';
import { type Case, type Contract, type Operation, stringifyJson, successOf, unlessRefused } from '../../contract';
import { type Interaction, interactionsOf, type MatchedText } from '../../pact';
import { curlOf } from '../../provider';
import type { RunningService } from '../../service';
import { requestMaking } from '../pacts/request-making';

/** The plainest answer of an operation: what the service holds before any state is set up. */
const plainest = (contract: Contract, operation: Operation): readonly Case[] => {
  if (successOf(operation)?.schema === undefined) return [];
  const [first] = generateCases(contract, { operationId: operation.id, mode: 'edge', verdict: 'accept', seed: 1 });
  return first === undefined ? [] : [first];
};

/** A request that the first operation answers with success; `undefined` where no pact could hold one. */
function successfulCall(contract: Contract): Interaction | undefined {
  const [operation] = contract.operations;
  if (operation === undefined) return undefined;
  const alone = { ...contract, operations: [operation] };
  return unlessRefused(
    () => interactionsOf(alone, (one) => plainest(alone, one), requestMaking(alone))[0],
    () => undefined,
  );
}

/** A command that calls the service with success, as a person pastes it. */
export function exampleCall(contract: Contract, { url, token }: RunningService): string {
  const call = successfulCall(contract);
  if (call === undefined) return `curl ${url}`;
  const { method, path, query, headers, body } = call.request;
  const textOf = ({ value, expression }: MatchedText): string => expression?.replace('${token}', token) ?? value;
  const shown = (texts: Readonly<Record<string, MatchedText>>): Record<string, string> =>
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, textOf(text)]));
  const fields = Object.entries(shown(headers)).map(([name, text]) => [name.toLowerCase(), text]);
  const words = new URLSearchParams(
    Object.entries(query).flatMap(([name, texts]) => texts.map((text): [string, string] => [name, textOf(text)])),
  );
  const sent = {
    method,
    target: words.size === 0 ? path : `${path}?${words}`,
    headers: Object.fromEntries(fields),
    body: body === undefined ? Buffer.alloc(0) : Buffer.from(stringifyJson(body)),
  };
  return curlOf(sent, new URL(url), { mask: (text) => text });
}
