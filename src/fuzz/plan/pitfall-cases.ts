import {
  type Case,
  generalPointer,
  type JsonValue,
  type Model,
  parseJson,
  replaceAt,
  stringifyJson,
} from '../../contract';
import { fullestOf } from '../growth';
import { INHERITED, PITFALLS } from './pitfalls';
import { type Place, placesIn } from './places';
import { isTextEnum } from './policy';

const INHERITED_REASON = 'it is a name that objects of programs have, and none of the values listed';

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
