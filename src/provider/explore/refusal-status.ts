import { type Operation, type Response, responseFor } from '../../contract';

/** They speak of the caller, or of how often and how fast it calls, whatever it asks for (RFC 9110, RFC 6585). */
const OF_THE_CALLER: readonly number[] = [401, 407, 408, 429];

const isAgreed = ({ provokedBy }: Response): boolean => provokedBy === 'invalid request';

const isClientError = (status: number): boolean => status >= 400 && status < 500;

/** Whether a response is named for client errors: `422`, `4XX`, or `default`. */
const mayRefuse = ({ status }: Response): boolean =>
  /^(?:4..|default)$/i.test(status) && !OF_THE_CALLER.includes(Number(status));

/** The responses that refuse an invalid request: those that the contract says it provokes, else all client errors. */
function refusals({ responses }: Operation): Response[] {
  const agreed = responses.filter(isAgreed);
  return agreed.length > 0 ? agreed : responses.filter(mayRefuse);
}

/** Whether a status refuses an invalid request as the contract has it. */
export function isRefusal(operation: Operation, status: number): boolean {
  if (!isClientError(status) || OF_THE_CALLER.includes(status)) return false;
  const response = responseFor(operation, status);
  return response !== undefined && refusals(operation).includes(response);
}

/** Whether a status is a client error that the contract does not have. */
export const isUnnamedRefusal = (operation: Operation, status: number): boolean =>
  isClientError(status) && responseFor(operation, status) === undefined;

/** The statuses that refuse an invalid request, in words: `400 or 422`. */
export function refusalStatuses(operation: Operation): string {
  const named = refusals(operation).map(({ status }) => status);
  return named.length === 0 ? 'a client error (4xx) that the contract names' : named.join(' or ');
}

/** The status of a refusal where one is to be written down; `undefined` where the contract leaves it open. */
export function refusalStatus(operation: Operation): string | undefined {
  const [only, ...others] = refusals(operation);
  if (only !== undefined && others.length === 0 && /^\d+$/.test(only.status)) return only.status;
  return ['400', '422'].find((status) => isRefusal(operation, Number(status)));
}
