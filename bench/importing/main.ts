// How long a large document takes to read, and what is made of it, with the memory held; against JSON.parse of the same
// text: `node -r esbuild-register bench/importing/main.ts`, or with `FILE OPERATION` of a document of one's own.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { arbitraryOf, coveringOf, generateCases } from '../../src/cases';
import { type Contract, defineContract, successfulResponses } from '../../src/contract';
import { readDocument, sourceOfDocument } from '../../src/importers';
import { largeDocument, NODES, OPERATIONS } from './document';

const TIMES = 5;
const CASES = 2_000;

const median = (values: readonly number[]): number =>
  values.toSorted((left, right) => left - right)[values.length >> 1] ?? 0;

function taking<T>(act: () => T): { readonly ms: number; readonly made: T } {
  const started = performance.now();
  const made = act();
  return { ms: performance.now() - started, made };
}

const megabytes = (): string => `${Math.round(process.memoryUsage().rss / 1e6)} MB`;
const say = (what: string, ms: number, more = ''): void =>
  console.log(`${what.padEnd(44)}${ms.toFixed(0).padStart(8)} ms  ${megabytes().padStart(8)}  ${more}`);

function read(file: string, operation: string | undefined): Contract {
  return defineContract(sourceOfDocument(readDocument(file, operation)));
}

function measure(file: string, operation: string | undefined): void {
  const text = readFileSync(file, 'utf8');
  const baseline = median(Array.from({ length: TIMES }, () => taking(() => JSON.parse(text)).ms));
  say('JSON.parse, the baseline', baseline, `${(statSync(file).size / 1e6).toFixed(2)} MB of text`);
  const whole = median(Array.from({ length: TIMES }, () => taking(() => read(file, undefined)).ms));
  say('read and defined, all operations', whole, `${(whole / baseline).toFixed(1)} times the baseline`);
  const { ms, made: contract } = taking(() => read(file, operation));
  say('read and defined, one operation', ms, `${Object.keys(contract.definitions).length} models`);
  const [main] = successfulResponses(contract);
  if (main === undefined) throw new Error('the operation has no answer with a body');
  say('compiled generator', taking(() => arbitraryOf(main.model)).ms);
  const cases = taking(() => [...generateCases(contract, { mode: 'edge', seed: 1, count: CASES })].length);
  say('cases', cases.ms, `${cases.made} of them`);
  const covering = taking(() => coveringOf(contract));
  const { cases: rows, beyond } = covering.made;
  say('covering rows', covering.ms, `${rows.length} rows; ${beyond.sites} sites beyond the bound on factors`);
}

const [file, operation] = process.argv.slice(2);
if (file !== undefined) measure(file, operation);
else {
  const folder = mkdtempSync(join(tmpdir(), 'pactcheck-'));
  const made = join(folder, 'openapi.json');
  writeFileSync(made, JSON.stringify(largeDocument(), undefined, 1));
  console.log(`${OPERATIONS} operations, ${NODES} schemas that all lead to each other`);
  measure(made, 'getModel0');
  rmSync(folder, { recursive: true });
}
