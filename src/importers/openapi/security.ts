import { type Credential, credentialHeader, type Security } from '../../contract';
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
interface Alternative {
  readonly names: readonly string[];
  readonly known: readonly Credential[];
}

function alternativesAt(demanded: Place | undefined, root: Place, follow: (place: Place) => Place): Alternative[] {
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
