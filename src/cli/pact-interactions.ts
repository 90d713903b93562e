import { generateCases } from '../cases';
import { bodyBytes, type Case, type Contract, type Operation, parseJson } from '../contract';
import { cannotCarryBody, type Interaction, interactionsOf } from '../pact';

/** The most interactions for the successful answer of an operation. */
const MOST_ROWS = 24;

const isCarried = (testCase: Case): boolean =>
  cannotCarryBody(parseJson(bodyBytes(testCase).toString('utf8'))) === undefined;

/** Cases spread evenly over those that a pact can carry. */
function rowsOf(contract: Contract, operation: Operation): Case[] {
  const cases = [...generateCases(contract, { mode: 'edge', verdict: 'accept', operationId: operation.id, seed: 1 })];
  const carried = cases.filter((testCase) => Object.keys(testCase.classes)[0] !== '' && isCarried(testCase));
  const step = Math.max(1, carried.length / MOST_ROWS);
  return carried.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

const succeeds = (operation: Operation): boolean =>
  operation.responses.some(({ status, schema }) => status.startsWith('2') && schema !== undefined);

/** The interactions of a contract, as `pactcheck pacts` writes them and as its consumer tests run them. */
export const pactInteractions = (contract: Contract): Interaction[] =>
  interactionsOf(contract, (operation) => (succeeds(operation) ? rowsOf(contract, operation) : []));
