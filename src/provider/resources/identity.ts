import { isJsonObject, type JsonObject, type JsonValue } from '../../contract';
import { jsonIn } from '../body';
import { type Exchange, headerOf } from '../exchange';
import { bare, type ResourceApi } from './api';

const idText = (value: JsonValue | undefined): string | undefined =>
  (typeof value === 'string' && value !== '') || typeof value === 'number' || typeof value === 'bigint'
    ? String(value)
    : undefined;

/** The noun of a resource: `pet` of `/pets/{petId}`. */
const nounOf = ({ item }: ResourceApi): string =>
  bare((item.split('/').at(-2) ?? '').replace(/ies$/, 'y').replace(/s$/, ''));

/** The member that the contract says a path names the resource by. */
function agreedMember({ read, changes, remove, parameter }: ResourceApi): string | undefined {
  for (const operation of [read, ...changes, remove]) {
    const value = operation?.parameters.find(({ name, in: place }) => place === 'path' && name === parameter)?.value;
    if (typeof value !== 'object' || value === null || !('pointer' in value)) continue;
    if (typeof value['pointer'] === 'string') return value['pointer'].slice(1);
  }
  return undefined;
}

/** The member of an item that its path names it by; `undefined` where none is known to be. */
export function idMember(item: JsonObject, api: ResourceApi): string | undefined {
  const names = Object.keys(item).filter((name) => idText(item[name]) !== undefined);
  const agreed = agreedMember(api);
  if (agreed !== undefined && names.includes(agreed)) return agreed;
  const wanted = [bare(api.parameter), `${nounOf(api)}id`, 'id', 'uuid', 'key', 'name'];
  return wanted.flatMap((name) => names.find((one) => bare(one) === name) ?? [])[0];
}

/** The id of an item, as a text in a path. */
export function idOf(item: JsonValue | undefined, api: ResourceApi): string | undefined {
  const text = idText(item);
  if (text !== undefined) return text;
  if (item === undefined || !isJsonObject(item)) return undefined;
  const member = idMember(item, api);
  return member === undefined ? undefined : idText(item[member]);
}

/** The object within an answer that is the resource: itself, or its only member that is an object with the id. */
export function resourceIn(answer: JsonValue | undefined, api: ResourceApi): JsonObject | undefined {
  if (answer === undefined || !isJsonObject(answer)) return undefined;
  if (idMember(answer, api) !== undefined) return answer;
  const inner = Object.values(answer).filter((value): value is JsonObject => isJsonObject(value as JsonValue));
  return inner.length === 1 && inner[0] !== undefined && idMember(inner[0], api) !== undefined ? inner[0] : answer;
}

/** The id of what was created: in the answer, or at the end of its `Location`. */
export function createdId({ response }: Exchange, api: ResourceApi): string | undefined {
  const location = response === undefined ? undefined : headerOf(response.headers, 'location');
  const last = location?.split(/[?#]/)[0]?.replace(/\/$/, '').split('/').at(-1);
  const inAnswer = idOf(resourceIn(jsonIn(response?.body), api), api);
  return inAnswer ?? (last === undefined || last === '' ? undefined : decodeURIComponent(last));
}
