import type { Security } from '../../contract';
import type { Notes } from './notes';
import { type Place, placeAt, placesIn, textAt } from './place';

/** A scheme of the document as one of a contract; `undefined` where there is no such one. */
function schemeOf(place: Place): Security | undefined {
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

/** How an operation is called with authority: the first alternative that a contract can express. */
export function securityOf(operation: Place, root: Place, follow: (place: Place) => Place, notes: Notes): Security {
  const demanded = placeAt(operation, 'security') ?? placeAt(root, 'security');
  const alternatives = placesIn(demanded).map(([, alternative]) => placesIn(alternative));
  const schemes = placeAt(root, 'components', 'securitySchemes') ?? placeAt(root, 'securityDefinitions');
  for (const alternative of alternatives) {
    const known = alternative.flatMap(([name]) => {
      const place = schemes === undefined ? undefined : placeAt(schemes, name);
      return (place === undefined ? undefined : schemeOf(follow(place))) ?? [];
    });
    const [first] = known;
    if (first === undefined) continue;
    if (alternative.length > 1)
      notes.warn(demanded as Place, `several schemes at once are not supported: only ${alternative[0]?.[0]} is sent`);
    return first;
  }
  const isDemanded = alternatives.some((alternative) => alternative.length > 0);
  if (isDemanded && !alternatives.some((alternative) => alternative.length === 0))
    notes.warn(demanded as Place, 'none of the security schemes is supported: give the credentials by hand');
  return { scheme: 'none' };
}
