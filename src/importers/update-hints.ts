import { childPointer, type OperationSource } from '../contract';
import type { Models } from './print-module';
import { membersOf, resourceOf } from './resource';

/** Names that members usually have which are another one after each change. */
const VERSION = /^(?:e_?tag|version|revision|rev|resource_?version|lock_?version)$/i;
/** Names of times, and the like, that services set by themselves at a change. */
const MANAGED = /^(?:updated|modified|changed|last_?(?:updated|modified|changed))(?:_?(?:at|on|by|date|time))?$/i;

const listed = (key: string, names: readonly string[]): string[] =>
  names.length === 0 ? [] : [`${key}: [${names.map((name) => `'${childPointer('', name)}'`).join(', ')}]`];

/** The members that the path names the resource by. */
const identityOf = ({ parameters = {} }: OperationSource): string[] =>
  Object.values(parameters).flatMap(({ value }) => {
    const pointer = typeof value === 'object' && value !== null && 'pointer' in value ? value.pointer : undefined;
    return typeof pointer === 'string' ? [pointer.slice(1)] : [];
  });

/**
 * The `update` of an operation as a person may write it: of one that is sent members of what it answers with.
 * `undefined` of any other. No document says that an operation updates what it returns, so that it is for a person to say.
 */
export function updateHint(operation: OperationSource, models: Models): string | undefined {
  if (operation.method !== 'PUT' && operation.method !== 'PATCH') return undefined;
  const resource = resourceOf(operation, models);
  const sent = membersOf(operation.request?.schema, models);
  const names = Object.keys(resource?.members ?? {}).filter((name) => !name.includes("'"));
  if (sent === undefined || !names.some((name) => Object.hasOwn(sent, name))) return undefined;
  const version = names.find((name) => VERSION.test(name));
  const parts = [
    ...listed('identity', identityOf(operation)),
    ...(version === undefined ? [] : [`version: '${childPointer('', version)}'`]),
    ...listed(
      'managed',
      names.filter((name) => MANAGED.test(name) || (name === version && !Object.hasOwn(sent, name))),
    ),
  ];
  return parts.length === 0 ? 'update: {}' : `update: { ${parts.join(', ')} }`;
}
