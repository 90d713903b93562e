import type { JsonObject } from '../contract';
import type { Interaction } from './interaction';
import { printedJson } from './printed-json';

/** A pact file as text, and what it is called. */
export interface PactFile {
  /** `CONSUMER-PROVIDER.json`, as Pact itself names it. */
  readonly name: string;
  readonly text: string;
}

/** One interaction as Pact wrote it. */
export type WrittenInteraction = JsonObject & { readonly description: string };

/** The version of the specification that the files are written in. */
const SPECIFICATION = '4.0';

/** The file that an interaction belongs into. */
export const fileNameOf = ({ consumer, provider }: Pick<Interaction, 'consumer' | 'provider'>): string =>
  `${consumer}-${provider}.json`;

/** A value with the keys of all its objects in order, so that equal files are equal bytes. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, inner]) => [name, sorted(inner)] as const);
  return Object.fromEntries(members.sort(([left], [right]) => (left < right ? -1 : 1)));
}

/**
 * The text of a pact file: keys sorted, interactions in the order given. Of the metadata only the version of the
 * specification stays: those of the libraries would change the file where nothing that was agreed on has changed.
 */
export function pactFileText(consumer: string, provider: string, interactions: readonly WrittenInteraction[]): string {
  const metadata = { pactSpecification: { version: SPECIFICATION } };
  const file = { consumer: { name: consumer }, provider: { name: provider }, interactions, metadata };
  return `${printedJson(sorted(file))}\n`;
}
