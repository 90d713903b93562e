import { type Contract, type Operation, placeNames } from '../../contract';
import type { Result } from '../../result';
import { Buckets, resultsOf } from '../explore/bucket';
import type { Exploration } from '../explore/explore';
import { operationsOf, resourcesOf } from './api';
import { Caller, type Ids, succeeded } from './caller';
import { exploreCallers, exploreOtherCaller } from './callers';
import { exploreBodies, exploreParameters } from './invalid';
import { exploreLifecycle, lacking } from './lifecycle';
import { exploreList } from './lists';
import { Recorder } from './recorder';
import { remove } from './removal';
import type { ResourceOptions } from './sources';
import type { Created, Subject } from './subject';

/** What is explored by now: operations, and why others are not. */
interface Progress {
  readonly explored: Set<Operation>;
  readonly lacks: Map<Operation, string>;
}

const isSafe = ({ method }: Operation): boolean => method === 'GET' || method === 'HEAD';

/** An id that nothing has. */
const UNKNOWN = ['no-such-thing', '987654321', '00000000-0000-4000-8000-000000000000'];

/** What is not there is refused. */
async function exploreUnknown({ api, outer, options, recorder }: Subject): Promise<void> {
  const operation = api.read;
  const parameter = operation?.parameters.find(({ name, in: place }) => place === 'path' && name === api.parameter);
  if (operation === undefined || parameter === undefined || recorder.caller.isOver) return;
  const [valid] = options.parameterCases(operation, parameter, true);
  const allowed = UNKNOWN.find((id) => isTaken(id, parameter.schema.kind)) ?? valid?.texts[0]?.[1];
  if (allowed === undefined) return;
  const exchange = await recorder.caller.call('unknown ids', operation, {
    ids: { ...outer, [api.parameter]: allowed },
  });
  if (!succeeded(exchange)) recorder.check(operation, exchange);
  else {
    const message = 'what is not there is answered as if it were';
    recorder.tell(operation, { rule: 'not-refused', message, expected: '404', scope: 'an unknown id' }, [exchange]);
  }
}

const isTaken = (id: string, kind: string): boolean => (kind === 'integer' ? /^\d+$/.test(id) : kind === 'string');

/** Whether a resource's creation is refused for who calls, so that nothing of it can be explored. */
async function unwelcome({ api, outer, recorder }: Subject): Promise<string | undefined> {
  const probe = api.list ?? api.create;
  if (probe === undefined || !isSafe(probe)) return undefined;
  const exchange = await recorder.caller.call('lists', probe, { ids: outer });
  const status = exchange.response?.status;
  return status === 401 || status === 403
    ? `the service refuses the caller with ${status}: give credentials by --header`
    : undefined;
}

async function exploreWithin(subject: Subject, progress: Progress): Promise<readonly Created[]> {
  const { api, outer, recorder } = subject;
  const operations = operationsOf(api).filter((operation) => !progress.explored.has(operation));
  const reason = lacking(api, outer) ?? (await unwelcome(subject));
  if (reason !== undefined) {
    for (const operation of operations) progress.lacks.set(operation, reason);
    return [];
  }
  const created = await exploreLifecycle(subject);
  const [first] = created;
  if (first === undefined) {
    const refused = `the service refused every body of ${api.create?.id}, or its answers do not tell what was created`;
    for (const operation of operations) if (!recorder.caller.isOver) progress.lacks.set(operation, refused);
    return [];
  }
  for (const operation of operations) progress.explored.add(operation);
  await exploreList(created, subject);
  await exploreUnknown(subject);
  for (const operation of [api.list, api.read])
    if (operation !== undefined)
      await exploreParameters(operation, operation === api.list ? outer : first.ids, subject);
  await exploreBodies(api.create as Operation, outer, undefined, subject);
  for (const operation of api.changes) await exploreBodies(operation, first.ids, first, subject);
  await exploreCallers(first, subject);
  await exploreOtherCaller(first, subject);
  return created;
}

/** Operations that no resource has, and that only read: called with what is known, by each class of their parameters. */
async function exploreOthers(
  ids: Ids,
  subject: Omit<Subject, 'api' | 'outer'>,
  contract: Contract,
  progress: Progress,
) {
  for (const operation of contract.operations) {
    if (progress.explored.has(operation) || progress.lacks.has(operation) || subject.recorder.caller.isOver) continue;
    const missing = placeNames(operation.path).find((name) => ids[name] === undefined);
    if (!isSafe(operation)) progress.lacks.set(operation, 'it changes what exploring did not create');
    else if (missing !== undefined)
      progress.lacks.set(operation, `nothing is known to put into {${missing}} of its path`);
    else {
      progress.explored.add(operation);
      const own = { ...subject, outer: ids, api: { item: operation.path, parameter: '', changes: [] } };
      const exchange = await subject.recorder.caller.call('readings', operation, { ids });
      subject.recorder.check(operation, exchange);
      await exploreParameters(operation, ids, own);
    }
  }
}

/** What each operation lacks that could not be explored. */
const leftOut = ({ lacks, explored }: Progress): Result[] =>
  [...lacks]
    .filter(([operation]) => !explored.has(operation))
    .map(([{ id }, reason]) => ({ id: `${id} exploration`, status: 'skipped', findings: [], reason }));

function resultsFor(recorder: Recorder, buckets: Buckets, progress: Progress, options: ResourceOptions): Result[] {
  const { reference, performer, mask } = options;
  const name = `${reference.contract.name} resources`;
  const broken = resultsOf(buckets, name, performer, mask);
  const { tally } = recorder.caller;
  const explored = `${progress.explored.size} of ${reference.contract.operations.length} operations`;
  const passed: Result[] =
    progress.explored.size === 0 || broken.some(({ status }) => status === 'failed')
      ? []
      : [{ id: name, status: 'passed', findings: [], details: { calls: tally, explored } }];
  return [...passed, ...broken, ...leftOut(progress)];
}

/**
 * Explores the resources of a contract by its own API, without provider states: what the paths of its operations let
 * suppose is created, read, listed, changed and deleted, each answer held to the contract and to what the sequence means.
 * What was created is deleted at the end, also after an interrupt.
 * @param skipped operations that are explored in another way.
 */
export async function exploreResources(options: ResourceOptions, skipped: ReadonlySet<string>): Promise<Exploration> {
  const { contract } = options.reference;
  const caller = new Caller(options);
  const buckets = new Buckets(options.turnedOff);
  const recorder = new Recorder(options, buckets, caller);
  const progress: Progress = { explored: new Set(), lacks: new Map() };
  const own = { ...contract, operations: contract.operations.filter(({ id }) => !skipped.has(id)) };
  const common = { options, recorder };
  const left: { readonly created: Created; readonly subject: Subject }[] = [];
  let ids: Ids = {};
  try {
    for (const api of resourcesOf(own)) {
      if (caller.isOver) break;
      const subject: Subject = { ...common, api, outer: ids };
      const created = await exploreWithin(subject, progress);
      if (created[0] !== undefined) ids = { ...ids, ...created[0].ids };
      left.push(...created.map((one) => ({ created: one, subject })));
    }
    await exploreOthers(ids, common, own, progress);
    for (const { created, subject } of left.reverse()) if (!caller.isOver) await remove(created, subject);
  } finally {
    await caller.cleanUp();
  }
  return { results: resultsFor(recorder, buckets, progress, options), exchanges: caller.exchanges };
}
