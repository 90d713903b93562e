/** How a client says that the service refused. */
export interface Refusals {
  /** The names of its errors; any error that is not a mistake of the program does where none is named. */
  readonly refusesWith?: readonly string[] | undefined;
}

/** Errors that a program fails with, and does not say no with: of a body that it cannot read, or of a mistake in it. */
const MISTAKES = new Set(['TypeError', 'RangeError', 'ReferenceError', 'SyntaxError', 'EvalError', 'AssertionError']);

/** The names of an error: its own, and those of its classes. */
function namesOf(error: Error): readonly string[] {
  const names = [error.name];
  for (let at: unknown = error.constructor; typeof at === 'function'; at = Object.getPrototypeOf(at))
    names.push(at.name);
  return names.filter((name) => name !== '');
}

/** The status that an error tells, where it tells one: in the ways of the usual HTTP clients. */
function statusOf(error: Error): number | undefined {
  const { status, statusCode, response } = error as {
    readonly status?: unknown;
    readonly statusCode?: unknown;
    readonly response?: { readonly status?: unknown; readonly statusCode?: unknown };
  };
  return [status, statusCode, response?.status, response?.statusCode].find((one) => typeof one === 'number');
}

/**
 * Says what is wrong with the error that a client threw for a refusal; `undefined` where nothing is.
 * @param status what the service refused with.
 */
export function refusalProblem(thrown: unknown, status: number, { refusesWith = [] }: Refusals): string | undefined {
  if (!(thrown instanceof Error) && !(Object.prototype.toString.call(thrown) === '[object Error]'))
    return `the client throws no error where the service refuses with ${status}, but ${String(thrown)}`;
  const error = thrown as Error;
  const names = namesOf(error);
  const isMeant =
    refusesWith.length === 0 ? !MISTAKES.has(error.name) : names.some((name) => refusesWith.includes(name));
  const said = `${error.name}: ${error.message}`;
  if (!isMeant) {
    const wanted = refusesWith.length === 0 ? 'with an error of its own' : `with ${refusesWith.join(' or ')}`;
    return `the client fails where the service refuses with ${status}, and not ${wanted}: ${said}`;
  }
  const told = statusOf(error);
  if (told !== undefined && told !== status)
    return `the client says ${told} where the service refuses with ${status}: ${said}`;
  return undefined;
}
