import { type Contract, type Operation, type Response, type StateTemplate, statusCode, successOf } from '../contract';
import { modelKey } from './store';

/** When an operation refuses: a parameter of the state is what the call or the resource has at this pointer. */
export interface Condition {
  readonly parameter: string;
  readonly of: 'request' | 'before' | 'path';
  readonly pointer: string;
}

/** What a provider state does to one operation. */
export type Effect =
  | { readonly does: 'nothing' }
  /** The service holds just the resource that this parameter gives. */
  | { readonly does: 'hold'; readonly operation: Operation; readonly key: string; readonly parameter: string }
  /** The operation answers with just what this parameter gives. */
  | { readonly does: 'answer'; readonly operation: Operation; readonly parameter: string }
  | {
      readonly does: 'refuse';
      readonly operation: Operation;
      readonly status: number;
      readonly conditions: readonly Condition[];
    };

interface Source {
  readonly $from: 'response' | 'request' | 'before' | 'path';
  readonly pointer?: string;
}

/** The parameters of a state that are taken from the call at hand, with where from. */
function sourcesOf({ params = {} }: StateTemplate): { parameter: string; source: Source }[] {
  return Object.entries(params).flatMap(([parameter, template]) =>
    typeof template === 'object' && template !== null && '$from' in template
      ? [{ parameter, source: template as unknown as Source }]
      : [],
  );
}

const isWhole = ({ $from, pointer = '' }: Source): boolean =>
  ($from === 'response' || $from === 'before') && pointer === '';

/** A state that gives the whole answer of an operation that updates nothing. */
function answering(operation: Operation, response: Response, state: StateTemplate): Effect | undefined {
  if (operation.update !== undefined || response !== successOf(operation)) return undefined;
  const whole = sourcesOf(state).find(({ source }) => isWhole(source) && source.$from === 'response');
  return whole === undefined ? undefined : { does: 'answer', operation, parameter: whole.parameter };
}

function holding(operation: Operation, state: StateTemplate): Effect | undefined {
  const key = modelKey(successOf(operation));
  const whole = sourcesOf(state).find(({ source }) => isWhole(source));
  return key === undefined || whole === undefined
    ? undefined
    : { does: 'hold', operation, key, parameter: whole.parameter };
}

function refusing(operation: Operation, response: Response, state: StateTemplate): Effect | undefined {
  const success = successOf(operation);
  const alsoSucceeds = success?.states.some(({ name }) => name === state.name) === true;
  if (response === success || alsoSucceeds) return undefined;
  const conditions = sourcesOf(state).flatMap(({ parameter, source }): Condition[] =>
    source.$from === 'response' ? [] : [{ parameter, of: source.$from, pointer: source.pointer ?? '' }],
  );
  return { does: 'refuse', operation, status: statusCode(response.status), conditions };
}

/** What each provider state that a contract names does: read from where the contract names it. */
export function effectsOf(contract: Contract): Map<string, Effect[]> {
  const effects = new Map<string, Effect[]>();
  for (const operation of contract.operations)
    for (const response of operation.responses)
      for (const state of response.states) {
        const effect = answering(operation, response, state) ??
          holding(operation, state) ??
          refusing(operation, response, state) ?? { does: 'nothing' };
        effects.set(state.name, [...(effects.get(state.name) ?? []), effect]);
      }
  return effects;
}
