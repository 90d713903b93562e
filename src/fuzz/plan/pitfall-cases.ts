import {
  type Case,
  generalPointer,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type Model,
  parseJson,
  replaceAt,
  stringifyJson,
} from '../../contract';
import { fullestOf } from '../growth';
import { type Place, placesIn } from './places';
import { isTextEnum } from './policy';

/** What somebody might take for HTML, an URL, a form, or JSON within JSON, and decode once too often. */
const ENCODED = '&amp; &#65; %41+ \\u0041 \\n';

/** Names that an object of a program has before anything is put into it. */
const INHERITED = ['constructor', 'hasOwnProperty', 'valueOf'] as const;

const INHERITED_REASON = 'it is a name that objects of programs have, and none of the values listed';

/** The map with these names, too. */
function withInherited(map: JsonObject): JsonValue | undefined {
  const [first] = Object.values(map);
  return first === undefined ? undefined : { ...map, ...Object.fromEntries(INHERITED.map((name) => [name, first])) };
}

/** What is put in a place of a kind, and how a case of it is called. */
const PITFALLS: readonly { readonly name: string; readonly put: (place: Place) => JsonValue | undefined }[] = [
  {
    name: 'texts that look encoded',
    put: ({ schema, value }) => (schema.kind === 'string' && typeof value === 'string' ? ENCODED : undefined),
  },
  {
    name: 'keys that objects have',
    put: ({ schema, value }) => (schema.kind === 'map' && isJsonObject(value) ? withInherited(value) : undefined),
  },
];

/**
 * Cases about what trips programs, whatever the contract: valid ones with it wherever the contract allows it, and for
 * each enum a text that an object of a program has a member of.
 * @param given the cases that these are made from.
 */
export function pitfallCases(model: Model, given: readonly Case[], isAllowed: (body: string) => boolean): Case[] {
  const fullest = fullestOf(model, given);
  if (fullest?.body === undefined) return [];
  const body = parseJson(fullest.body);
  const places = placesIn(model, body);
  const everywhere = PITFALLS.flatMap(({ name, put }): Case[] => {
    const changed = places.reduce((before, place) => {
      const value = put(place);
      const after = value === undefined ? before : replaceAt(before, place.pointer, value);
      return after !== before && isAllowed(stringifyJson(after)) ? after : before;
    }, body);
    return changed === body ? [] : [{ ...fullest, id: name, body: stringifyJson(changed), classes: { '': name } }];
  });
  return [...everywhere, ...enumCases(model, fullest, places, body, isAllowed)];
}

function enumCases(
  model: Model,
  fullest: Case,
  places: readonly Place[],
  body: JsonValue,
  isAllowed: (body: string) => boolean,
): Case[] {
  const known = new Set<string>();
  return places.flatMap(({ pointer, schema }): Case[] => {
    const site = generalPointer(model, pointer);
    const text = stringifyJson(replaceAt(body, pointer, INHERITED[0]));
    if (!isTextEnum(schema) || known.has(site) || isAllowed(text)) return [];
    known.add(site);
    const name = 'name that objects have';
    const told = { id: `${site} ${name}`, verdict: 'reject', pointer, reason: INHERITED_REASON } as const;
    return [{ ...fullest, ...told, body: text, classes: { [site]: name } }];
  });
}
