import type { Case, JsonValue, Operation, Parameter, WireText } from '../../contract';
import type { PlannedCall } from '../explore/call';
import type { Performer } from '../explore/performer';
import type { Reference, TurnedOff } from '../judge';
import type { Mask } from '../mask';

/** What a parameter does to a list, as its name lets suppose. */
export type ListRole = 'page' | 'offset' | 'size' | 'sort';

/** A value of a parameter as it is sent, and what it is called. */
export interface ParameterCase {
  readonly id: string;
  readonly texts: readonly WireText[];
}

/** What requests are made of: the contract's, as `app` has it from the modules that know. */
interface RequestSources {
  /** The plainest call of an operation: its required parameters, credentials, and the type of its body. */
  readonly plainCall: (operation: Operation) => PlannedCall;
  /** Bodies that an operation may be sent, the plainest first, as far as they are asked for. */
  readonly bodiesOf: (operation: Operation) => Iterable<JsonValue>;
  /** Bodies that it must not be sent. */
  readonly rejectsOf: (operation: Operation) => Iterable<Case>;
  /** Values of a parameter that it allows, or that it refuses whatever way they are read. */
  readonly parameterCases: (operation: Operation, parameter: Parameter, isAllowed: boolean) => readonly ParameterCase[];
  /** Whether an operation may be sent a body. */
  readonly isSendable: (operation: Operation, body: JsonValue) => boolean;
  readonly itemsOf: (answer: JsonValue | undefined) => readonly JsonValue[] | undefined;
  readonly roleOf: (parameter: string) => ListRole | undefined;
}

/** How far exploring goes. */
interface Bounds {
  /** How many bodies of each operation. */
  readonly count: number;
  /** How many calls in all; as many as it takes where it is not given. */
  readonly calls?: number | undefined;
  /** How many milliseconds. */
  readonly timeMs?: number | undefined;
}

/** What exploring resources needs. */
export interface ResourceOptions extends RequestSources {
  readonly reference: Reference;
  readonly performer: Performer;
  /** Speaks to the service also after an interrupt: what was created is removed. */
  readonly remover: Performer;
  /** Headers of another caller, by lower-case name: one who must not see what the first one creates. */
  readonly otherHeaders?: Readonly<Record<string, string>> | undefined;
  readonly bounds: Bounds;
  readonly turnedOff: TurnedOff;
  readonly mask: Mask;
  readonly signal?: AbortSignal | undefined;
}
