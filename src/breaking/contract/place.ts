import type { Model } from '../../contract';
import type { BreakingRule, Change, ChangeName } from '../rules';

/** What of an operation is compared: `''` for the operation itself. */
export interface Place {
  /** The operation's id, in the new contract where it is there; `''` for the contract as a whole. */
  readonly operation: string;
  /** `request`, a status, `200 header ETag`, `query parameter page`; `''` for the operation itself. */
  readonly part: string;
  /** The status, where it is an answer or a part of one. */
  readonly status?: string;
}

/** One thing that was compared, and how it changed. */
export interface Compared {
  readonly place: Place;
  readonly direction: BreakingRule['direction'];
  readonly changes: readonly Change[];
  /** Of schemas: both sides, with only the members that go this way. */
  readonly models?: { readonly before: Model; readonly after: Model };
  /** Whether a union of which a value may be of one branch only is another one than before. */
  readonly hasOtherChoices?: boolean;
  /** Whether values go as bare text. */
  readonly isText?: boolean;
}

/** A change of a contract around its schemas. */
export const contractChange = (name: ChangeName, before: string, after: string, subject?: string): Change => ({
  name,
  pointer: '',
  before,
  after,
  ...(subject === undefined ? {} : { subject }),
});

/** A place as an id has it. */
export const placeId = ({ operation, part }: Place): string =>
  [operation, part].filter((word) => word !== '').join(' ') || 'contract';

/** A place as a sentence has it. */
export function placeName({ operation, part, status }: Place): string {
  if (operation === '') return 'the contract';
  if (part === '') return operation;
  if (status !== undefined && /^\S+(?: as .+)?$/.test(part))
    return `the ${status} answer${part.slice(status.length)} of ${operation}`;
  return `the ${part} of ${operation}`;
}
