import { bareMediaType, fromPointer, isJsonType, type Operation } from '../contract';
import { type Call, headerOf } from './answer';
import type { Bench } from './bench';
import { wrongParameters } from './parameters';
import type { Refusal } from './refused';

function wrongType(operation: Operation, call: Call): Refusal | undefined {
  const wanted = operation.request?.mediaType ?? 'application/json';
  const met = headerOf(call, 'content-type');
  if (met !== undefined && (bareMediaType(met) === bareMediaType(wanted) || (isJsonType(met) && isJsonType(wanted))))
    return undefined;
  const said = met === undefined ? 'has no Content-Type' : `is ${met}`;
  return { status: 415, message: `The body ${said}, and must be ${wanted}` };
}

/** Names a member as requests have it: `/userProperties/a` is `userProperties.a`; the whole body is `body`. */
const fieldName = (pointer: string): string => fromPointer(pointer).join('.') || 'body';

function wrongBody({ options }: Bench, operation: Operation, call: Call): Refusal | undefined {
  const findings = options.judge.request(operation.id, call.body, headerOf(call, 'content-type'));
  const fields = findings.map(({ pointer, message }) => ({ name: fieldName(pointer), message }));
  const [first] = fields;
  return first === undefined ? undefined : { status: 400, message: first.message, fields };
}

/** Why the body or the parameters of a call are not what the contract allows; `undefined` where they are. */
export function wrongRequest(bench: Bench, operation: Operation, call: Call): Refusal | undefined {
  const fields = wrongParameters(bench, operation, call, ['query', 'header', 'cookie']);
  const [first] = fields;
  if (first !== undefined) return { status: 400, message: `${first.name} ${first.message}`, fields };
  const { request } = operation;
  if (request === undefined || (call.body.length === 0 && !request.required)) return undefined;
  const type = wrongType(operation, call);
  if (type !== undefined) return type;
  return isJsonType(request.mediaType) ? wrongBody(bench, operation, call) : undefined;
}
