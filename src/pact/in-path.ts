import {
  type Contract,
  type Definitions,
  definitionsSent,
  fits,
  type JsonValue,
  type Operation,
  type Parameter,
  replaceAt,
  valueAt,
} from '../contract';
import { cannotCarry, type PlaceOfValue } from './cannot-carry';
import { beyondRequest, sentMembers, type Written } from './creation';
import { likenessOf } from './likeness';
import { beyondList } from './listing';
import { type ParameterContext, sendableValues } from './parameter-values';
import { isTakenByAll, isTakenWithin } from './update';

/** A parameter of a path that names the resource by one of its members. */
interface Address {
  readonly parameter: Parameter;
  readonly pointer: string;
}

function addressesIn({ parameters }: Operation): Address[] {
  return parameters.flatMap((parameter) => {
    const { in: place, value } = parameter;
    if (place !== 'path' || typeof value !== 'object' || value === null || !('$from' in value)) return [];
    const { $from, pointer } = value as { readonly $from: unknown; readonly pointer?: string };
    return $from === 'before' && pointer !== undefined ? [{ parameter, pointer }] : [];
  });
}

/** What every server takes as one segment of a path (RFC 3986, section 3.3), but for dots that mean another folder. */
const SEGMENT = /^(?!\.{1,2}$)[\w.~:@-]{1,255}$/;

/** Whether a value can stand in the path, and is one that the parameter allows. */
function isAddress({ parameter: { schema } }: Address, { definitions }: Contract, value: JsonValue): boolean {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'bigint') return false;
  const isAllowed = fits(schema, definitions, value) || fits(schema, definitions, String(value));
  return isAllowed && SEGMENT.test(String(value));
}

/** Whether a request that creates may hold a value, and every service keeps it; that nothing is there is always so. */
const isWritten =
  (value: JsonValue | undefined, definitions: Definitions): Written['isTaken'] =>
  ({ schema }, isMember) =>
    value === undefined ||
    (fits(schema, definitions, value) && (isMember ? isTakenByAll : isTakenWithin)(schema, definitions, value));

/** Operations whose successful answers are alike have one covering: what the path of any cannot hold, none has. */
const likeIn = (contract: Contract, operation: Operation): Operation[] =>
  contract.operations.filter((one) => likenessOf(one) === likenessOf(operation));

/** Why no pact of an operation can have a value of a class at a site; `undefined` where one can. */
export type CannotHave = (
  site: PlaceOfValue & { readonly optional?: boolean },
  className: string,
  value: JsonValue | undefined,
  operation: Operation,
) => string | undefined;

/**
 * {@link cannotCarry} for the operations of a contract: of members that a path names the resource by, only what can
 * stand in a path.
 */
export function cannotCarryIn(contract: Contract): CannotHave {
  const known = new Map<Operation, readonly Address[]>();
  const addressesOf = (operation: Operation): readonly Address[] => {
    const found = known.get(operation) ?? likeIn(contract, operation).flatMap(addressesIn);
    known.set(operation, found);
    return found;
  };
  const definitions = definitionsSent(contract.definitions, 'request');
  const sent = new Map<Operation, Written['members']>();
  const sentOf = (operation: Operation): Written['members'] => {
    const members = sent.get(operation) ?? sentMembers({ contract, operation });
    sent.set(operation, members);
    return members;
  };
  return (site, className, value, operation) => {
    const own = addressesOf(operation).filter(({ pointer }) => pointer === site.pointer);
    const isFit = own.every((address) => value !== undefined && isAddress(address, contract, value));
    if (!isFit) return 'the path names the resource by it';
    const written = { members: sentOf(operation), definitions, isTaken: isWritten(value, definitions) };
    return (
      beyondRequest(operation, written, site, className) ??
      beyondList(operation, site, className, value) ??
      cannotCarry(site, className, value)
    );
  };
}

/** Whether a resource can be named in the path of an operation, as far as it is named there. */
export const isAddressable = (
  contract: Contract,
  operation: Operation,
  valueAt: (pointer: string) => JsonValue | undefined,
): boolean =>
  addressesIn(operation).every((address) => {
    const value = valueAt(address.pointer);
    return value !== undefined && isAddress(address, contract, value);
  });

/**
 * A resource that the path of an operation can name: where its own member is none that the parameter allows, a value of
 * the parameter stands in its place, if the resource may have that.
 */
export function addressable(
  body: JsonValue,
  context: ParameterContext & { readonly contract: Contract },
  isAllowed: (body: JsonValue) => boolean,
): JsonValue {
  return addressesIn(context.operation).reduce<JsonValue>((made, address) => {
    const value = valueAt(made, address.pointer);
    if (value !== undefined && isAddress(address, context.contract, value)) return made;
    const candidates = sendableValues(address.parameter, context).map((one) => replaceAt(made, address.pointer, one));
    return candidates.find(isAllowed) ?? made;
  }, body);
}
