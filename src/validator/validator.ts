import {
  type Contract,
  ContractError,
  type Exchange,
  type JsonValue,
  keyText,
  type Model,
  type Operation,
  type Response,
  requestAs,
  responseAs,
  responseFor,
  type Schema,
  successOf,
} from '../contract';
import { type Finding, nextAfter } from '../result';
import { type Body, readBody } from './body';
import { Engine } from './engine';
import { contentTypeProblem, type Headers, headerOf, headerProblems } from './headers';
import { NamingDetector } from './naming';
import type { Problem } from './problem';
import { ruleFindings } from './rules';
import { findingOf, type Telling } from './telling';

/** What is known of the call beside its answer: what rules about the request and the resource before it look at. */
export type Around = Omit<Exchange, 'response'>;

/** An answer as it came over the wire. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** Holds bodies to a contract. Findings are in the order of the schema, the same for the same input. */
export interface Validator {
  readonly contract: Contract;
  /** Whether a value is allowed by a model of any operation: the quickest answer there is. Rules are not looked at. */
  accepts(model: Model, value: JsonValue): boolean;
  /** Whether a request may hold a value: as `accepts`, with what must be sent and does not come back. */
  sendable(model: Model, value: JsonValue): boolean;
  /** What a schema finds wrong with a value. Rules are not looked at. `scope` goes into the fingerprints. */
  model(model: Model, value: JsonValue, scope?: string): Finding[];
  /** As `model`, of a body that is still to be read. */
  body(model: Model, body: Body, scope?: string): Finding[];
  /** What is wrong with the body of an answer; of a successful one, by the rules of the contract too. */
  response(operationId: string, status: number, body: Body, around?: Around): Finding[];
  /** What is wrong with an answer as a whole: its status, its headers, its body. */
  answer(operationId: string, answer: Answer, around?: Around): Finding[];
  /** What is wrong with the status and the headers of an answer, whatever its body is. */
  head(operationId: string, answer: Omit<Answer, 'body'>): Finding[];
  /** What is wrong with the body of a request, by what its operation may be sent as that media type. */
  request(operationId: string, body: Body, mediaType?: string): Finding[];
}

/** Looks for what is too deep for the stack. */
function guarded(judge: () => Problem[]): Problem[] {
  try {
    return judge();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const expected = 'a depth that can be judged';
    return [
      { check: 'too-deep', pointer: '', sentence: 'is nested too deeply to be judged', expected, actual: 'more' },
    ];
  }
}

/** Whether an engine accepts a value; one that is too deep for the stack is not accepted. */
function acceptedBy(engine: Engine, { schema }: Model, value: JsonValue): boolean {
  try {
    return engine.accepts(schema, value);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

class ContractValidator implements Validator {
  private readonly responses: Engine;
  private readonly requests: Engine;
  private readonly naming: NamingDetector;
  /** Engines for models with definitions of their own. */
  private readonly others = new WeakMap<Model['definitions'], Engine>();
  private readonly othersSent = new WeakMap<Model['definitions'], Engine>();

  constructor(readonly contract: Contract) {
    this.responses = new Engine(contract.definitions, 'response');
    this.requests = new Engine(contract.definitions, 'request');
    this.naming = new NamingDetector(contract);
  }

  accepts(model: Model, value: JsonValue): boolean {
    return acceptedBy(this.engineOf(model), model, value);
  }

  sendable(model: Model, value: JsonValue): boolean {
    return acceptedBy(this.sentEngineOf(model), model, value);
  }

  model(model: Model, value: JsonValue, scope = ''): Finding[] {
    return this.judged(this.engineOf(model), model, { value }, scope);
  }

  body(model: Model, body: Body, scope = ''): Finding[] {
    return this.judged(this.engineOf(model), model, body, scope);
  }

  response(operationId: string, status: number, body: Body, around: Around = {}): Finding[] {
    const operation = this.operation(operationId);
    const response = responseFor(operation, status);
    if (response === undefined) return [this.unexpected(operation, status)];
    return this.bodyOf(response, body, response === successOf(operation), around, `${operationId} ${status}`);
  }

  private bodyOf(response: Response, body: Body, isSuccess: boolean, around: Around, scope: string): Finding[] {
    if (response.schema === undefined) return [];
    const read = readBody(body);
    const telling = this.telling(response.schema, scope);
    if ('problem' in read) return [findingOf(read.problem, telling)];
    const problems = this.named(response.schema, read.value);
    const broken = isSuccess ? ruleFindings(this.contract.rules, { ...around, response: read.value }, telling) : [];
    // A value that the schema refuses, or what it stands in, needs no second finding by a rule.
    const isTold = ({ pointer }: Finding): boolean =>
      problems.some((problem) => `${pointer}/`.startsWith(`${problem.pointer}/`));
    return [...problems.map((problem) => findingOf(problem, telling)), ...broken.filter((finding) => !isTold(finding))];
  }

  answer(operationId: string, answer: Answer, around: Around = {}): Finding[] {
    const operation = this.operation(operationId);
    const declared = responseFor(operation, answer.status);
    if (declared === undefined) return [this.unexpected(operation, answer.status)];
    const response = responseAs(declared, headerOf(answer.headers, 'content-type'));
    // Rules are about the body that cases are made of; another media type may be another body.
    const isSuccess = declared === successOf(operation) && keyText(response.schema) === keyText(declared.schema);
    const inBody = this.bodyOf(response, answer.body, isSuccess, around, `${operationId} ${answer.status}`);
    return [...this.head(operationId, answer), ...inBody];
  }

  head(operationId: string, { status, headers }: Omit<Answer, 'body'>): Finding[] {
    const operation = this.operation(operationId);
    const declared = responseFor(operation, status);
    if (declared === undefined) return [this.unexpected(operation, status)];
    const response = responseAs(declared, headerOf(headers, 'content-type'));
    const telling = this.telling(response.schema, `${operationId} ${status}`);
    const accepts = (schema: Schema, value: JsonValue): boolean => this.responses.accepts(schema, value);
    const contentType = contentTypeProblem(response, headers);
    const problems = [
      ...(contentType === undefined ? [] : [contentType]),
      ...headerProblems(response.headers, headers, accepts),
    ];
    return problems.map((problem) => findingOf(problem, telling));
  }

  request(operationId: string, body: Body, mediaType?: string): Finding[] {
    const request = requestAs(this.operation(operationId), mediaType);
    if (request === undefined) return [];
    if (!request.required && body === '') return [];
    const model = { schema: request.schema, definitions: this.contract.definitions };
    return this.judged(this.requests, model, body, `${operationId} request`);
  }

  private judged(engine: Engine, model: Model, body: Body, scope: string): Finding[] {
    const read = readBody(body);
    const problems = 'problem' in read ? [read.problem] : guarded(() => engine.problems(model.schema, read.value));
    return problems.map((problem) => findingOf(problem, { model, scope }));
  }

  /** The problems of a response, told as wrong naming where they come of it. */
  private named(schema: Schema, value: JsonValue): Problem[] {
    return guarded(() => {
      const problems = this.responses.problems(schema, value);
      return [...(this.naming.explain(schema, value, problems) ?? problems)];
    });
  }

  private telling(schema: Schema | undefined, scope: string): Telling {
    return { model: { schema: schema ?? { kind: 'any' }, definitions: this.contract.definitions }, scope };
  }

  private unexpected(operation: Operation, status: number): Finding {
    const expected = operation.responses.map((response) => response.status).join(', ');
    const sentence = `comes with status ${status}, which ${operation.id} does not have: it has ${expected}`;
    const problem = { check: 'unexpected-status', pointer: '', sentence, expected, actual: String(status) };
    return findingOf(problem, this.telling(undefined, operation.id));
  }

  private engineOf({ definitions }: Model): Engine {
    if (definitions === this.contract.definitions) return this.responses;
    const known = this.others.get(definitions) ?? new Engine(definitions, 'response');
    this.others.set(definitions, known);
    return known;
  }

  private sentEngineOf({ definitions }: Model): Engine {
    if (definitions === this.contract.definitions) return this.requests;
    const known = this.othersSent.get(definitions) ?? new Engine(definitions, 'request');
    this.othersSent.set(definitions, known);
    return known;
  }

  private operation(id: string): Operation {
    const found = this.contract.operations.find((operation) => operation.id === id);
    if (found !== undefined) return found;
    const known = this.contract.operations.map((operation) => operation.id);
    throw new ContractError(`the contract ${this.contract.name} has no operation ${id}`, {
      where: id,
      next: nextAfter(id, known, `Name one of ${known.join(', ')}.`),
    });
  }
}

/**
 * The reference validator of a contract. Schemas are compiled once, when they are first needed.
 * @throws ContractError where a schema cannot be judged by, such as for a pattern that is no regular expression.
 */
export const validatorFor = (contract: Contract): Validator => new ContractValidator(contract);
