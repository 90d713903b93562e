import { type Contract, fits, type JsonValue, type Operation, type Parameter } from '../contract';
import { cannotCarry, type PlaceOfValue } from './cannot-carry';
import { likenessOf } from './likeness';

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

/** Operations whose successful answers are alike have one covering: what the path of any cannot hold, none has. */
const likeIn = (contract: Contract, operation: Operation): Operation[] =>
  contract.operations.filter((one) => likenessOf(one) === likenessOf(operation));

/** Why no pact of an operation can have a value of a class at a site; `undefined` where one can. */
export type CannotHave = (
  site: PlaceOfValue,
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
  return (site, className, value, operation) => {
    const own = addressesOf(operation).filter(({ pointer }) => pointer === site.pointer);
    const isFit = own.every((address) => value !== undefined && isAddress(address, contract, value));
    return isFit ? cannotCarry(site, className, value) : 'the path names the resource by it';
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
