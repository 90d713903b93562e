import { stringifyJson } from '../contract';
import type { Interaction } from './interaction';
import type { Call } from './record';

/**
 * The request of an interaction, just as it was agreed on, sent without any client: for writing pacts.
 * @example
 * for (const [index, interaction] of pactInteractions(contract).entries())
 *   await record(interaction, `recorded/${index}`, plainCall(interaction));
 */
export function plainCall({ request }: Interaction): Call<Response> {
  const headers = Object.entries(request.headers).map(([name, { value }]): [string, string] => [name, value]);
  const query = new URLSearchParams(
    Object.entries(request.query).flatMap(([name, texts]) => texts.map(({ value }): [string, string] => [name, value])),
  );
  const suffix = query.size === 0 ? '' : `?${query}`;
  return (baseUrl) =>
    fetch(`${baseUrl}${request.path}${suffix}`, {
      method: request.method,
      headers,
      ...(request.body === undefined ? {} : { body: stringifyJson(request.body) }),
    });
}
