import { isJsonObject, type OperationSource, type Unjudged } from '../../contract';
import { digestAt } from './digest';
import { unlessUnreadable } from './hostile-document';
import type { Library } from './library';
import type { Found } from './operations';
import { type Place, placeAt, placesIn, textAt } from './place';

/** A digest by name of each part that is there. */
const digests = (parts: readonly (readonly [name: string, place: Place | undefined])[], library: Library): Unjudged =>
  Object.fromEntries(
    parts.flatMap(([name, place]) => (place === undefined ? [] : [[name, digestAt(place, library)] as const])),
  );

/** Parts of a document as a whole that are not judged. */
export const unjudgedOf = (root: Place, library: Library): Unjudged =>
  digests(
    [
      ['servers', placeAt(root, 'servers') ?? placeAt(root, 'host')],
      ['webhooks', placeAt(root, 'webhooks')],
    ],
    library,
  );

const followed = (place: Place, library: Library): Place =>
  unlessUnreadable<Place>(
    () => library.follow(place),
    () => place,
  );

/** Parts of an operation that are not judged: callbacks, the links of its answers, servers of its own. */
export function operationUnjudged({ place, item }: Found, library: Library): Pick<OperationSource, 'unjudged'> {
  const links = placesIn(placeAt(place, 'responses')).map(
    ([status, response]) => [`links of ${status}`, placeAt(followed(response, library), 'links')] as const,
  );
  const unjudged = digests(
    [
      ['callbacks', placeAt(place, 'callbacks')],
      ['servers', placeAt(place, 'servers') ?? placeAt(item, 'servers')],
      ...links,
    ],
    library,
  );
  return Object.keys(unjudged).length === 0 ? {} : { unjudged };
}

const dayIn = (text: string | undefined): string | undefined => /^\d{4}-\d{2}-\d{2}/.exec(text ?? '')?.[0];

/** What an operation says of its own end: `deprecated`, and the day in `x-sunset`. */
export function announcedAt(place: Place): Pick<OperationSource, 'deprecated' | 'sunset'> {
  const isDeprecated = isJsonObject(place.value) && place.value['deprecated'] === true;
  const sunset = dayIn(textAt(place, 'x-sunset'));
  return {
    ...(isDeprecated ? { deprecated: true } : {}),
    ...(sunset === undefined ? {} : { sunset }),
  };
}
