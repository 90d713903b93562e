import {
  bodyBytes,
  type Case,
  isJsonObject,
  isJsonType,
  type JsonObject,
  type JsonValue,
  keyText,
  type Model,
  type Operation,
  parseJson,
  plant,
  type Response,
  replaceAt,
  responseAs,
  statusCode,
  successOf,
  toPointer,
} from '../contract';
import { type Answer, type Call, headerOf } from './answer';
import type { Bench } from './bench';
import { changed } from './changed';
import { isAuthentic } from './credentials';
import { declaredMembers } from './members';
import { TOKEN } from './options';
import { wrongParameters } from './parameters';
import { jsonBody, type Refusal, refused, requiredHeaders } from './refused';
import { wrongRequest } from './request-check';
import { shownOf } from './shown';
import type { States } from './states';
import { addressesOf, modelKey, type Resource, type Store } from './store';

/** Cases over and over, drawn only as they are needed. */
class Round {
  private remaining: Iterator<Case> | undefined;

  constructor(private readonly cases: () => Iterable<Case>) {}

  next(): Case | undefined {
    const drawn = this.remaining?.next();
    if (drawn?.done === false) return drawn.value;
    this.remaining = this.cases()[Symbol.iterator]();
    const first = this.remaining.next();
    return first.done === true ? undefined : first.value;
  }
}

const WRITING: readonly string[] = ['POST', 'PUT', 'PATCH'];

/** One operation of the service: from a call to its answer. */
export class OperationCalls {
  private readonly store: Store;
  private readonly success: Response | undefined;
  private readonly key: string | undefined;
  private readonly model: Model;
  private readonly members: ReadonlySet<string>;
  private readonly round: Round | undefined;

  constructor(
    private readonly bench: Bench,
    readonly operation: Operation,
    private readonly states: States,
  ) {
    this.store = bench.store;
    this.success = successOf(operation);
    this.key = modelKey(this.success);
    this.model = { schema: this.success?.schema ?? { kind: 'any' }, definitions: bench.contract.definitions };
    this.members = declaredMembers(this.model);
    const { vary } = bench.options;
    if (vary !== undefined && this.key !== undefined) this.round = new Round(() => vary(operation.id));
  }

  /** The answer to a call whose body could not even be taken: who may not call hears that first. */
  unreadable(call: Call, refusal: Refusal): Answer {
    return refused(this.bench, this.operation, this.unwelcome(call) ?? refusal);
  }

  answer(call: Call): Answer {
    const { bench, operation } = this;
    const resource = this.store.find(operation, call.path);
    const early = this.unwelcome(call) ?? this.lost(call, resource) ?? wrongRequest(bench, operation, call);
    if (early !== undefined) return refused(bench, operation, early);
    const request = this.requestOf(call);
    const status = this.states.refusal(operation, { path: call.path, request });
    if (status !== undefined) return refused(bench, operation, { status });
    return this.inType(this.succeed(request, resource), call);
  }

  /** Why this caller is not served at all: by its credentials, or since a state says so. */
  private unwelcome(call: Call): Refusal | undefined {
    const { operation, bench } = this;
    if (!isAuthentic(operation.security, call, bench.options.token ?? TOKEN)) return { status: 401 };
    const status = this.states.refusal(operation, { path: call.path });
    return status === undefined ? undefined : { status };
  }

  /** There is nothing where the path points to. Where every answer is a case, any path will do. */
  private lost(call: Call, resource: Resource | undefined): Refusal | undefined {
    if (this.round !== undefined) return undefined;
    if (this.states.answerOf(this.operation) !== undefined) return undefined;
    const isMissing = resource === undefined && (this.isUpdate || addressesOf(this.operation).length > 0);
    const isWrong = resource === undefined && wrongParameters(this.bench, this.operation, call, ['path']).length > 0;
    return isMissing || isWrong ? { status: 404 } : undefined;
  }

  private get isUpdate(): boolean {
    return this.operation.update !== undefined;
  }

  private requestOf(call: Call): JsonValue {
    const isBody = call.body.length > 0 && isJsonType(this.operation.request?.mediaType ?? '');
    return isBody ? parseJson(call.body.toString('utf8')) : null;
  }

  private succeed(request: JsonValue, resource: Resource | undefined): Answer {
    const varied = this.round?.next();
    if (varied !== undefined) return { status: varied.status, headers: varied.headers, body: bodyBytes(varied) };
    const { success, bench } = this;
    const status = statusCode(success?.status ?? '204');
    const headers = success === undefined ? {} : requiredHeaders(bench, success);
    const performed = this.perform(request, resource);
    const value = this.states.answerOf(this.operation) ?? performed;
    if (success?.schema === undefined || value === undefined) return { status, headers };
    const { headers: type, body } = jsonBody(value, success.mediaType);
    const fault = bench.options.fault?.(this.operation.id);
    return { status, headers: { ...headers, ...type }, body: fault === undefined ? body : plant(fault, value) };
  }

  /** The answer in the media type of JSON that the caller asks for, where the operation has it. */
  private inType(answer: Answer, call: Call): Answer {
    const { success, bench } = this;
    if (success?.schema === undefined || answer.body === undefined) return answer;
    const asked = responseAs(success, headerOf(call, 'accept'));
    if (asked === success || asked.schema === undefined) return answer;
    const isSame = keyText(asked.schema) === keyText(success.schema);
    const value = isSame ? parseJson(answer.body.toString('utf8')) : bench.options.example(asked.schema);
    const { headers, body } = jsonBody(value, asked.mediaType);
    return { ...answer, headers: { ...answer.headers, ...headers }, body };
  }

  /** Does what the method says with what the service keeps, and gives what is shown of it. */
  private perform(request: JsonValue, resource: Resource | undefined): JsonValue | undefined {
    if (this.operation.method === 'DELETE' && this.key !== undefined)
      this.store.remove(this.key, (kept) => kept === resource);
    const typical = this.typical();
    const isNew = this.operation.method === 'POST' && !this.isUpdate;
    const before = isNew ? this.unwritten(typical, request) : (resource?.value ?? typical);
    if (before === undefined || !isJsonObject(before) || this.key === undefined) return before;
    if (!WRITING.includes(this.operation.method)) return this.shown(before, null, before, resource);
    return this.write(before, request, resource);
  }

  /** What is created before anything is written to it: of what its request might have said and did not there is nothing. */
  private unwritten(typical: JsonValue | undefined, request: JsonValue): JsonValue | undefined {
    if (this.operation.creates !== true || !isJsonObject(request)) return typical;
    if (typical === undefined || !isJsonObject(typical)) return typical;
    return Object.keys(typical).reduce<JsonObject>((kept, name) => {
      const less = replaceAt(kept, toPointer([name]), undefined) as JsonObject;
      return this.allows(less) ? less : kept;
    }, typical);
  }

  private write(before: JsonObject, request: JsonValue, resource: Resource | undefined): JsonValue {
    const key = this.key as string;
    const after = changed(before, request, this.operation, this.members, this.allows);
    const isNew = resource === undefined || (this.operation.method === 'POST' && !this.isUpdate);
    const next = { value: after, named: resource?.named ?? new Set<string>() };
    if (isNew) this.store.add(key, next);
    else this.store.replace(key, resource, next);
    return this.shown(after, request, before, resource);
  }

  private shown(value: JsonObject, request: JsonValue, before: JsonObject, resource: Resource | undefined): JsonObject {
    const named = resource?.named ?? new Set<string>();
    return shownOf(this.bench.contract, this.operation, value, { request, before }, named, this.allows);
  }

  private readonly allows = (value: JsonValue): boolean => this.bench.options.judge.accepts(this.model, value);

  /** The plainest body that the operation may answer with. */
  private typical(): JsonValue | undefined {
    return this.success?.schema === undefined ? undefined : this.bench.typical(this.operation);
  }
}

/** Puts one resource of each model into what is kept: what there is before any state was set up. */
export function seed({ contract, store, typical }: Bench): void {
  for (const operation of contract.operations) {
    const key = modelKey(successOf(operation));
    if (key === undefined || store.keys().includes(key)) continue;
    const value = typical(operation);
    if (isJsonObject(value)) store.holdOnly(key, { value, named: new Set() });
  }
}
