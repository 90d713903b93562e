import {
  type Alternative,
  type Credential,
  credentialHeader,
  credentialName,
  type Demand,
  type JsonValue,
  type OperationSource,
  type Security,
} from '../../contract';
import type { Notes } from './notes';
import { type Place, placeAt, placesIn, textAt } from './place';

/** A scheme of the document as a credential of a contract; `undefined` where there is no such one. */
function credentialAt(place: Place): Credential | undefined {
  const type = textAt(place, 'type');
  const scheme = textAt(place, 'scheme')?.toLowerCase();
  if (type === 'basic' || (type === 'http' && scheme === 'basic')) return { scheme: 'basic' };
  if (type === 'oauth2' || type === 'openIdConnect' || (type === 'http' && scheme === 'bearer'))
    return { scheme: 'bearer' };
  const [name, where] = [textAt(place, 'name'), textAt(place, 'in')];
  if (type !== 'apiKey' || name === undefined) return undefined;
  return where === 'header' || where === 'query' || where === 'cookie'
    ? { scheme: 'apiKey', in: where, name }
    : undefined;
}

/** One alternative of a document: schemes that are demanded together. */
interface Demanded {
  readonly names: readonly string[];
  readonly known: readonly Credential[];
}

function alternativesAt(demanded: Place | undefined, root: Place, follow: (place: Place) => Place): Demanded[] {
  const schemes = placeAt(root, 'components', 'securitySchemes') ?? placeAt(root, 'securityDefinitions');
  return placesIn(demanded).map(([, alternative]) => {
    const names = placesIn(alternative).map(([name]) => name);
    const known = names.flatMap((name) => {
      const place = schemes === undefined ? undefined : placeAt(schemes, name);
      return (place === undefined ? undefined : credentialAt(follow(place))) ?? [];
    });
    return { names, known };
  });
}

/** Those that can go in one request: a header carries one of them. */
const together = (known: readonly Credential[]): Credential[] => {
  const headers = known.map(credentialHeader);
  return known.filter((_, index) => headers[index] === undefined || headers.indexOf(headers[index]) === index);
};

/** How an operation is called with authority: the first alternative of which something can be sent, all of it at once. */
export function securityOf(operation: Place, root: Place, follow: (place: Place) => Place, notes: Notes): Security {
  const demanded = placeAt(operation, 'security') ?? placeAt(root, 'security');
  const alternatives = alternativesAt(demanded, root, follow);
  const chosen =
    alternatives.find(({ names, known }) => known.length > 0 && known.length === names.length) ??
    alternatives.find(({ known }) => known.length > 0);
  if (chosen === undefined) {
    const isDemanded = alternatives.some(({ names }) => names.length > 0);
    if (isDemanded && !alternatives.some(({ names }) => names.length === 0))
      notes.warn(demanded as Place, 'none of the security schemes is supported: give the credentials by hand');
    return { scheme: 'none' };
  }
  const all = together(chosen.known);
  if (all.length < chosen.names.length)
    notes.warn(
      demanded as Place,
      `of ${chosen.names.join(' and ')} together not all can be sent: give the others by hand`,
    );
  const [first, ...others] = all as [Credential, ...Credential[]];
  return others.length === 0 ? first : { scheme: 'all', of: all };
}

/** A scheme that pactcheck cannot send, by what the document says of it. */
function otherScheme(name: string, place: Place | undefined): string {
  const [type, scheme] = [textAt(place, 'type'), textAt(place, 'scheme')];
  return `${[type, scheme].filter((word) => word !== undefined).join(' ') || name} credentials`;
}

const textsIn = (value: JsonValue): string[] =>
  Array.isArray(value) ? (value as JsonValue[]).filter((scope) => typeof scope === 'string').sort() : [];

function demandAt(name: string, written: Place, root: Place, follow: (place: Place) => Place): Demand {
  const schemes = placeAt(root, 'components', 'securitySchemes') ?? placeAt(root, 'securityDefinitions');
  const found = schemes === undefined ? undefined : placeAt(schemes, name);
  const place = found === undefined ? undefined : follow(found);
  const known = place === undefined ? undefined : credentialAt(place);
  const scopes = textsIn(written.value);
  return {
    credential: known === undefined ? otherScheme(name, place) : credentialName(known),
    ...(scopes.length === 0 ? {} : { scopes }),
  };
}

const isSaidBySecurity = (all: readonly Alternative[]): boolean =>
  all.length <= 1 && all.every((demands) => demands.length <= 1 && demands.every(({ scopes }) => scopes === undefined));

/** Who is admitted to an operation, where more is to be said than how pactcheck shows who it is. */
export function admittedAt(
  operation: Place,
  root: Place,
  follow: (place: Place) => Place,
): Pick<OperationSource, 'admits'> {
  const demanded = placeAt(operation, 'security') ?? placeAt(root, 'security');
  const admits = placesIn(demanded).map(([, alternative]) =>
    placesIn(alternative).map(([name, written]) => demandAt(name, written, root, follow)),
  );
  const isKnown = admits.every((demands) =>
    demands.every(({ credential }) => /^(?:bearer|basic) |^an API/.test(credential)),
  );
  return isSaidBySecurity(admits) && isKnown ? {} : { admits };
}
