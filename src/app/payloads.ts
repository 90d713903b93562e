import type { Arbitrary } from 'fast-check';
import {
  arbitraryOf as arbitraryOfModel,
  type CaseOptions,
  type GenerationOptions,
  generateCases,
  type Mode,
  mainResponse,
  textOf as textOfModel,
} from '../cases';
import type { Case, JsonValue, Verdict } from '../contract';
import { contractOf, type GivenContract } from './contract-of';

/** Which payloads to make. */
export interface PayloadOptions extends GenerationOptions {
  /** The operation whose successful answer it is; the first one where it is not given. */
  readonly operation?: string | undefined;
}

const modelOf = (contract: GivenContract, { operation }: PayloadOptions) =>
  mainResponse(contractOf(contract), operation).model;

/**
 * A fast-check arbitrary of the bodies that a contract allows: every accept class of the case table, any combination of
 * optional members, integers past 2^53 as bigints.
 * @throws Failure (usage) where the contract has no such operation.
 * @example
 * import fc from 'fast-check';
 * import { arbitraryOf } from 'pactcheck/fuzz';
 *
 * fc.assert(fc.property(arbitraryOf(contract), (user) => deepEqual(parse(stringifyJson(user)), user)));
 */
export const arbitraryOf = (contract: GivenContract, options: PayloadOptions = {}): Arbitrary<JsonValue> =>
  arbitraryOfModel(modelOf(contract, options), options);

/**
 * A fast-check arbitrary of the JSON texts of the same bodies, written straight away.
 * @throws Failure (usage) where the contract has no such operation.
 * @example
 * fc.assert(fc.property(textOf(contract), (json) => { parse(json); }));
 */
export const textOf = (contract: GivenContract, options: PayloadOptions = {}): Arbitrary<string> =>
  textOfModel(modelOf(contract, options), options);

/** Which cases to make, as for `pactcheck cases`. */
export interface CasesOfOptions {
  /** `edge` where it is not given: every row of the case table once. */
  readonly mode?: Mode | undefined;
  readonly verdict?: Verdict | undefined;
  readonly operation?: string | undefined;
  readonly seed?: number | undefined;
  readonly count?: number | undefined;
}

const optionsOf = ({ mode = 'edge', seed = 1, operation, verdict, count }: CasesOfOptions): CaseOptions => ({
  mode,
  seed,
  operationId: operation,
  verdict,
  count,
});

/**
 * The cases of a contract's successful answer: bodies as JSON text, each with what a parser must do with it. The same
 * contract, options and seed give the same cases.
 * @throws Failure (usage) where the contract has no such operation.
 * @example
 * it.each(casesOf(contract, { verdict: 'reject' }))('refuses $id', ({ body }) => {
 *   expect(() => parse(body)).toThrow(UnreadableResponse);
 * });
 */
export const casesOf = (contract: GivenContract, options: CasesOfOptions = {}): Case[] => [
  ...generateCases(contractOf(contract), optionsOf(options)),
];
