import type { Operation, Response } from '../../contract';
import type { Change } from '../rules';
import type { Matched } from './matching';
import { contractChange } from './place';

/** The default answer is a success only where no other one is: else it is what errors look like. */
function isSuccess({ status }: Response, { responses }: Operation): boolean {
  if (status !== 'default') return /^[23]/.test(status);
  return !responses.some((other) => /^[23]/.test(other.status));
}

/** The answer that a contract has for a status: the exact one, its range, or the default. */
export const answerFor = (operation: Operation, status: string): Response | undefined =>
  [status, `${status[0]}XX`, 'default']
    .map((wanted) => operation.responses.find((response) => response.status.toUpperCase() === wanted.toUpperCase()))
    .find((response) => response !== undefined);

/** Whether a contract has an answer of its own, or one that lies in the range that a status stands for. */
const isAnswered = (operation: Operation, { status }: Response): boolean => answerFor(operation, status) !== undefined;

const kind = (response: Response, operation: Operation): 'success' | 'non-success' =>
  isSuccess(response, operation) ? 'success' : 'non-success';

/** Statuses that only one side answers with. */
export function compareStatuses({ before, after }: Matched): Change[] {
  const removed = before.responses.filter((response) => !isAnswered(after, response));
  const added = after.responses.filter((response) => !isAnswered(before, response));
  return [
    ...removed.map((response) =>
      contractChange(`${kind(response, before)}-status-removed`, response.status, 'not there', response.status),
    ),
    ...added.map((response) =>
      contractChange(`${kind(response, after)}-status-added`, 'not there', response.status, response.status),
    ),
  ];
}

/** A status, and what both sides answer with it. */
export interface Answered {
  readonly status: string;
  readonly before: Response;
  readonly after: Response;
}

/** Every status that both sides answer, by a default or a range too; what stands for several is compared with each once. */
export function answeredByBoth({ before, after }: Matched): Answered[] {
  const statuses = [...new Set([...after.responses, ...before.responses].map(({ status }) => status))];
  const pairs = statuses.flatMap((status): Answered[] => {
    const [was, is] = [answerFor(before, status), answerFor(after, status)];
    return was === undefined || is === undefined ? [] : [{ status, before: was, after: is }];
  });
  return pairs.filter(
    (pair, index) => pairs.findIndex((other) => other.before === pair.before && other.after === pair.after) === index,
  );
}
