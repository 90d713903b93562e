import { type Contract, type JsonValue, type Operation, operationOf, valuesAt } from '../contract';
import type { Compared } from './contract/place';
import type { Change } from './rules';
import type { Tools } from './tools';

/** What a consumer has written into its pact: one request, and the answer that it can read. */
export interface ReliedInteraction {
  readonly consumer: string;
  readonly description: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly request?: JsonValue;
  readonly response?: JsonValue;
  /** Names of the answer's headers, in lower case. */
  readonly headers: readonly string[];
}

const fitsStatus = (wanted: string, status: number): boolean =>
  wanted === 'default' || new RegExp(`^${wanted.replace(/X/gi, '\\d')}$`).test(String(status));

/** Returns the interactions that call an operation of a contract, found as `verify` finds them. */
export const callsOf = (
  contract: Contract,
  operation: Operation,
  interactions: readonly ReliedInteraction[],
): ReliedInteraction[] =>
  interactions.filter(({ method, path }) => operationOf(contract, method, path)?.id === operation.id);

const parentOf = (site: string): string => site.slice(0, Math.max(0, site.lastIndexOf('/')));

/** Where an answer has to have a value for the change to matter: what is new stands in what was there. */
const placeOf = ({ name, pointer }: Change): string =>
  name.includes('-added-to-closed') ? parentOf(pointer) : pointer;

const hasAt = (value: JsonValue | undefined, site: string): boolean =>
  value !== undefined && valuesAt(value, site).length > 0;

function reliesOnAnswer(change: Change, status: string | undefined, interaction: ReliedInteraction): boolean {
  if (status !== undefined && !fitsStatus(status, interaction.status)) return false;
  return hasAt(interaction.response, placeOf(change));
}

/** A request relies on a change where it is refused from now on, and has to do with the place. */
function reliesOnRequest(
  { pointer }: Change,
  compared: Compared,
  interaction: ReliedInteraction,
  tools: Tools,
): boolean {
  const { request } = interaction;
  if (request === undefined || compared.place.part !== 'request' || compared.models === undefined) return false;
  if (!hasAt(request, pointer) && !hasAt(request, parentOf(pointer))) return false;
  return !tools.accepts(compared.models.after, request);
}

function reliesOnContract({ name, subject }: Change, { place }: Compared, interaction: ReliedInteraction): boolean {
  if (place.status !== undefined && !fitsStatus(place.status, interaction.status)) return false;
  if (name.includes('status')) return subject !== undefined && fitsStatus(subject, interaction.status);
  if (name.includes('header'))
    return interaction.headers.includes((subject ?? '').replace('header ', '').toLowerCase());
  return !name.startsWith('request-') || interaction.request !== undefined;
}

/** Which of the interactions that call an operation rely on what changed. */
export function reliersOn(
  change: Change,
  compared: Compared,
  calls: readonly ReliedInteraction[],
  tools: Tools,
): ReliedInteraction[] {
  const { direction, place } = compared;
  return calls.filter((interaction) => {
    if (direction === 'contract') return reliesOnContract(change, compared, interaction);
    if (direction === 'request') return reliesOnRequest(change, compared, interaction, tools);
    return place.part === place.status && reliesOnAnswer(change, place.status, interaction);
  });
}

/** `3 interactions of console`, by consumer. */
export function tellReliers(reliers: readonly ReliedInteraction[]): string {
  const counts = new Map<string, number>();
  for (const { consumer } of reliers) counts.set(consumer, (counts.get(consumer) ?? 0) + 1);
  return [...counts]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([consumer, count]) => `${count} interaction${count === 1 ? '' : 's'} of ${consumer}`)
    .join(' and ');
}
