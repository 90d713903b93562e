import { wellFormed } from './route.mjs';
import { counted, visible } from './text.mjs';

/** @typedef {import('../../src/result').Run} Run */
/** @typedef {import('../../src/result').Result} Result */
/** @typedef {import('../../src/result').Finding} Finding */
/** @typedef {import('../../src/result').CoverageCell} Cell */
/** @typedef {import('../../src/result').SitePair} SitePair */
/** @typedef {import('../../src/result').AgreedInteraction} Interaction */

/** @typedef {{ key: string, finding: Finding, results: Result[] }} Kind one kind of finding, with all that met it */

const RANKS = { breaking: 0, error: 0, warning: 1, note: 2, compatible: 3 };

/** @type {Run} */
export const run = JSON.parse(document.getElementById('run')?.textContent ?? '{}');

/** @type {ReadonlyMap<string, Result>} */
const resultsById = new Map(run.results.map((result) => [wellFormed(result.id), result]));

/**
 * The result of an id, as it stands in a run or in an address.
 * @param {string} id
 */
export const resultOf = (id) => resultsById.get(wellFormed(id));

/**
 * Findings of one level and fingerprint are one kind; what fails comes first.
 * @type {readonly Kind[]}
 */
export const kinds = kindsOf(run.results);

/**
 * @param {readonly Result[]} results
 * @returns {Kind[]}
 */
function kindsOf(results) {
  /** @type {Map<string, Kind>} */
  const byKey = new Map();
  for (const result of results) {
    for (const finding of result.findings) {
      const key = `${finding.level}-${finding.fingerprint}`;
      const kind = byKey.get(key) ?? { key, finding, results: [] };
      if (kind.results.at(-1) !== result) kind.results.push(result);
      byKey.set(key, kind);
    }
  }
  return [...byKey.values()].sort((left, right) => RANKS[left.finding.level] - RANKS[right.finding.level]);
}

/** An operation and its status, as the ids of interactions begin: `updateMyUser 200 all members`, after a part's name. */
const OPERATION = /^(?:.*?: )?(\S+ [1-5]\d\d)(?= |$)/;

/**
 * Where a kind of finding was met: its operations, and how many results.
 * @param {readonly Result[]} results
 */
export function metIn(results) {
  const operations = [...new Set(results.flatMap(({ id }) => OPERATION.exec(id)?.[1] ?? []))];
  const count = counted(results.length, 'result');
  if (operations.length === 0) return count;
  return `${visible(operations.slice(0, 3).join(', '))}${operations.length > 3 ? ', …' : ''} · ${count}`;
}

/** PASSED, FAILED, or that it was interrupted or nothing was tested: which is no pass. */
export function verdict() {
  if (run.summary.failed > 0) return 'FAILED';
  if (run.interrupted) return 'INTERRUPTED';
  return run.summary.passed + (run.summary.approximate ?? 0) === 0 ? 'NOTHING WAS TESTED' : 'PASSED';
}

/** @type {Record<string, string>} */
export const VERDICT_CLASS = {
  PASSED: 'passed',
  FAILED: 'failed',
  INTERRUPTED: 'skipped',
  'NOTHING WAS TESTED': 'skipped',
};

/** @type {Record<string, string>} */
export const MARKS = { passed: '✓', failed: '✗', skipped: '–', approximate: '~' };

/** @param {Finding} finding */
export const fails = ({ level }) => RANKS[level] === 0;
