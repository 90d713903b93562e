import {
  type Contract,
  childPointer,
  equalJson,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type Operation,
  replaceAt,
  resolve,
  stringifyJson,
  successOf,
  toPointer,
} from '../../contract';
import { shorten } from '../../result';
import { curlOf } from '../curl';
import type { Exchange } from '../exchange';
import type { PlannedCall } from '../explore/call';
import type { Performer } from '../explore/performer';
import { DONE, type StateKeeper, type StateOutcome } from '../states/keeper';
import { pathWith, succeeded } from './caller';
import { membersOf, writtenBy } from './compared';
import { createdId, idMember, resourceIn } from './identity';
import { answerOf } from './shown';
import { type StatePlan, statePlans } from './state-plan';

/** What states are set up by, where the service's own API does it. */
interface ApiStates {
  readonly contracts: readonly Contract[];
  readonly performer: Performer;
  /** The plainest call of an operation. */
  readonly plainCall: (contract: Contract, operation: Operation) => PlannedCall;
  /** Whether an operation may be sent a body. */
  readonly isSendable: (contract: Contract, operation: Operation, body: JsonValue) => boolean;
  /** The plainest body that an operation may be sent. */
  readonly plainBody: (contract: Contract, operation: Operation) => JsonValue | undefined;
  readonly itemsOf: (answer: JsonValue | undefined) => readonly JsonValue[] | undefined;
}

type Creation = Extract<StatePlan, { does: 'create' | 'fill' }> & { readonly contract: Contract };

const failed = (message: string, setup: string): StateOutcome => ({ kind: 'failed', message, setup });

/** What of a resource its creation can be sent; a member that it may not have is left out. */
function bodyFor(resource: JsonObject, create: Operation, { isSendable }: ApiStates, contract: Contract): JsonValue {
  const members = writtenBy(create, contract).map(({ name }) => name);
  const own = Object.fromEntries(Object.entries(resource).filter(([name]) => members.includes(name)));
  if (isSendable(contract, create, own)) return own;
  const fewer = Object.keys(own).map((name) => replaceAt(own, toPointer([name]), undefined));
  return fewer.find((body) => isSendable(contract, create, body)) ?? own;
}

/** Whether a value of a member is one of few, so that another one is another case. */
function isOneOfFew(name: string, operation: Operation, contract: Contract): boolean {
  const member = membersOf(successOf(operation)?.schema, contract.definitions).find((one) => one.name === name);
  const kind = member === undefined ? undefined : resolve(member.schema, contract.definitions).kind;
  return kind === 'enum' || kind === 'boolean' || kind === 'null';
}

/** The members that are there and should not be, or the other way round, or are another one of few values. */
function unset(wanted: JsonObject, shown: JsonObject, { operation, contract, api }: Creation): string[] {
  const id = idMember(shown, api);
  const names = [...new Set([...Object.keys(wanted), ...Object.keys(shown)])].filter((name) => name !== id);
  return names.flatMap((name) => {
    const [asked, is] = [wanted[name], shown[name]];
    const isAsAsked =
      asked !== undefined && is !== undefined && (!isOneOfFew(name, operation, contract) || equalJson(asked, is));
    return isAsAsked ? [] : [childPointer('', name)];
  });
}

/** A provider state as the service's own API sets it up; what it created is deleted when it is taken down. */
class ApiKeeper {
  private readonly plans = new Map<string, StatePlan & { readonly contract: Contract }>();
  private readonly undo = new Map<string, { readonly creation: Creation; readonly id: string }[]>();

  constructor(private readonly states: ApiStates) {
    for (const contract of states.contracts)
      for (const [name, plan] of statePlans(contract)) this.plans.set(name, { ...plan, contract });
  }

  async setUp(state: string, params: JsonObject): Promise<StateOutcome> {
    const plan = this.plans.get(state);
    if (plan === undefined) return { kind: 'declined', reason: `no contract has the state '${state}'` };
    if (plan.does === 'decline') return { kind: 'declined', reason: plan.reason };
    if (plan.does === 'nothing') return DONE;
    if (plan.does === 'fill') return this.fill(state, params[plan.parameter], plan);
    const wanted = plan.parameter === undefined ? {} : params[plan.parameter];
    if (wanted === undefined || !isJsonObject(wanted))
      return { kind: 'declined', reason: `the state '${state}' is not told the resource` };
    return this.create(state, wanted, plan);
  }

  /** Creates the items of a list, in their order; what else is listed nobody knows. */
  private async fill(state: string, answer: JsonValue | undefined, creation: Creation): Promise<StateOutcome> {
    for (const item of this.states.itemsOf(answer) ?? []) {
      const outcome = isJsonObject(item) ? await this.create(state, item, creation) : DONE;
      if (outcome.kind !== 'done') return outcome;
    }
    return { kind: 'done', values: {}, cannot: [''] };
  }

  async tearDown(state: string): Promise<StateOutcome> {
    for (const { creation, id } of this.undo.get(state)?.splice(0) ?? []) {
      const { remove } = creation.api;
      if (remove !== undefined) await this.call(remove, creation, undefined, id);
    }
    return DONE;
  }

  private async create(state: string, wanted: JsonObject, creation: Creation): Promise<StateOutcome> {
    const { api, contract } = creation;
    const create = api.create as Operation;
    const isAny = creation.does === 'create' && creation.parameter === undefined;
    const body = isAny ? this.states.plainBody(contract, create) : bodyFor(wanted, create, this.states, contract);
    const exchange = await this.call(create, creation, body);
    const status = exchange.response?.status;
    const called = `the setup of the state '${state}' by ${create.method} ${create.path}`;
    const setup = this.setupText(exchange);
    if (!succeeded(exchange)) {
      const why = shorten(exchange.response?.body.toString() ?? exchange.failure ?? '');
      const isRefused = status !== undefined && status >= 400 && status < 500 && status !== 401 && status !== 403;
      // The document allows more than the service does: nothing says that this very resource can be.
      if (isRefused) return { kind: 'declined', reason: `${called} was refused with ${status}: ${why}` };
      return failed(`${called} was answered with ${status ?? 'nothing'}: ${why}`, setup);
    }
    const id = createdId(exchange, api);
    if (id === undefined) return failed(`${called} does not tell what was created`, setup);
    this.undo.set(state, [...(this.undo.get(state) ?? []), { creation, id }]);
    return this.outcome(id, wanted, exchange, creation);
  }

  /** What was set up, as the operation itself will find it. */
  private async outcome(id: string, wanted: JsonObject, created: Exchange, creation: Creation): Promise<StateOutcome> {
    const { api } = creation;
    const read = api.read === undefined ? created : await this.call(api.read, creation, undefined, id);
    const shown = resourceIn(answerOf(succeeded(read) ? read : created), api);
    const values = { [api.parameter]: id };
    if (shown === undefined) return { kind: 'done', values, cannot: [''] };
    const isAny = creation.does === 'create' && creation.parameter === undefined;
    const cannot = isAny ? [] : unset(wanted, shown, creation);
    return { kind: 'done', values, resource: shown, ...(cannot.length === 0 ? {} : { cannot }) };
  }

  private call(operation: Operation, { contract, api }: Creation, body?: JsonValue, id = ''): Promise<Exchange> {
    const { request } = this.states.plainCall(contract, operation);
    const path = pathWith(operation.path, { [api.parameter]: id });
    const sent = body === undefined ? {} : { body: Buffer.from(stringifyJson(body)) };
    return this.states.performer.call({ states: [], request: { ...request, path } }, {}, sent);
  }

  private setupText({ request, response, failure }: Exchange): string {
    const { performer } = this.states;
    const call = curlOf(request, performer.baseUrl, { mask: (text) => text, hidden: performer.hiddenHeaders });
    return `${call}\n${response === undefined ? failure : `HTTP ${response.status}\n${response.body.toString()}`}`;
  }
}

/** States that the service's own API sets up: resources are created by POST, and deleted when they are taken down. */
export function statesByApi(states: ApiStates): StateKeeper {
  const keeper = new ApiKeeper(states);
  return (state, params, action) => (action === 'setup' ? keeper.setUp(state, params) : keeper.tearDown(state));
}
