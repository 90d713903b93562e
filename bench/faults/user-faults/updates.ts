import type { Hooks } from '../user';
import { type Fault, without } from './planting';

const applied = (name: string, apply: Hooks['apply']): Fault => ({ kind: 'update', name, hooks: { apply } as Hooks });

/** Updates that are lost, half applied or more than was asked for. */
export const UPDATES = [
  applied('the update is lost', ({ before }) => before),
  applied('one field is never stored', (call, otherwise) =>
    otherwise({ ...call, request: without(call.request, 'address') }),
  ),
  applied('false is not stored', (call, otherwise) =>
    otherwise({
      ...call,
      request: Object.fromEntries(Object.entries(call.request).filter(([, value]) => value !== false)),
    }),
  ),
  applied('an empty text is not stored', (call, otherwise) =>
    otherwise({
      ...call,
      request: Object.fromEntries(Object.entries(call.request).filter(([, value]) => value !== '')),
    }),
  ),
  applied('what is not sent is cleared', (call, otherwise) => ({
    ...without(otherwise(call), ...('fullName' in call.request ? [] : ['fullName'])),
  })),
  applied('a new email resets the status', (call, otherwise) => ({
    ...otherwise(call),
    ...('fullName' in call.request ? { status: 'INVITED' } : {}),
  })),
  applied('names are cut to 20 characters', (call, otherwise) => {
    const { fullName } = call.request;
    return otherwise(
      typeof fullName === 'string' ? { ...call, request: { ...call.request, fullName: fullName.slice(0, 20) } } : call,
    );
  }),
  applied('texts are trimmed', (call, otherwise) => {
    const trimmed = Object.entries(call.request).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.trim() : value,
    ]);
    return otherwise({ ...call, request: Object.fromEntries(trimmed) });
  }),
  {
    kind: 'update',
    name: 'half of a refused update is applied',
    hooks: {
      applyRefused: ({ before, request }) => ({
        ...before,
        ...(typeof request['fullName'] === 'string' ? { fullName: request['fullName'] } : {}),
        isMarketingAccepted: true,
      }),
    },
  },
  {
    kind: 'update',
    name: 'the answer repeats the request, and nothing is stored',
    hooks: {
      apply: ({ before }) => before,
      show: (user, { request }) => ({ ...user, ...without(request, 'password'), etag: `${user['etag']}1` }),
    },
  },
] satisfies readonly Fault[];
