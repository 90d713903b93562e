import { type Case, type Contract, isJsonObject, type JsonValue, type Operation, resolve } from '../../contract';
import { type Finding, fingerprint, shorten } from '../../result';
import { jsonIn } from '../body';
import type { ReceivedResponse } from '../exchange';

/** The first member on the way to what departs: what a message should name. */
const memberOf = ({ pointer = '' }: Case): string | undefined => pointer.split('/')[1];

/** A name as it is read: `phoneNumber`, `phone_number` and `Phone number` are one. */
const letters = (text: string): string => text.toLowerCase().replace(/[\s_-]/g, '');

/** The texts within a value, names of members aside: `status` names a member of many an error. */
function textsIn(value: JsonValue | undefined): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return value !== undefined && isJsonObject(value) ? Object.values(value).flatMap(textsIn) : [];
}

/** The members of a request that an error names by a text of their own: `email`, `/email`, `body.email`. */
function namedBy(body: JsonValue | undefined, { request }: Operation, { definitions }: Contract): string[] {
  const schema = request === undefined ? undefined : resolve(request.schema, definitions);
  const named = new Set(textsIn(body).map((text) => letters(text.split(/[./]/).at(-1) ?? '')));
  const members = schema?.kind === 'object' ? schema.properties.map(({ name }) => name) : [];
  return members.filter((name) => named.has(letters(name)));
}

/**
 * A refusal that does not say what it refuses: suspicious, since a contract seldom says how it has to. One that names
 * other members, all of them valid, is wrong.
 */
export function unnamed(
  testCase: Case,
  refusal: ReceivedResponse,
  operation: Operation,
  contract: Contract,
): Finding[] {
  const name = memberOf(testCase);
  const text = refusal.body.toString();
  if (name === undefined || letters(text).includes(letters(name))) return [];
  const others = namedBy(jsonIn(refusal.body), operation, contract).join(', ');
  const [rule, level, message] =
    others === ''
      ? (['refusal-names-field', 'warning', `the refusal does not name ${name}, which is not valid`] as const)
      : ([
          'refusal-names-another',
          'error',
          `the refusal names ${others}, and not ${name}, which is not valid`,
        ] as const);
  return [
    {
      rule,
      level,
      pointer: '',
      message,
      expected: `an error that names ${name}`,
      actual: shorten(text),
      fingerprint: fingerprint({ rule, place: `/${name}`, scope: operation.id }),
    },
  ];
}
