import { create } from 'xmlbuilder2';
import { REPORTERS } from '../../../src/reporters';
import { type Run, resultOf, runOf } from '../../../src/result';
import { fixedRun, HOSTILE } from '../../support/fixed-run';

const render = (run: Run): string => REPORTERS.get('junit')?.render(run) ?? '';

/** What Jenkins' schema for JUnit (xUnit plugin, junit-10) allows of what is written here. */
interface ElementRule {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly children: readonly string[];
  readonly text?: true;
}

const RULES: Readonly<Record<string, ElementRule>> = {
  testsuites: { required: [], optional: ['name', 'time', 'tests', 'failures', 'errors'], children: ['testsuite'] },
  testsuite: {
    required: ['name', 'tests', 'failures', 'errors'],
    optional: ['group', 'time', 'skipped', 'timestamp', 'hostname', 'id', 'package', 'file', 'log', 'url'],
    children: ['testsuite', 'properties', 'testcase', 'system-out', 'system-err'],
  },
  properties: { required: [], optional: [], children: ['property'] },
  property: { required: ['name', 'value'], optional: [], children: [] },
  testcase: {
    required: ['name'],
    optional: ['time', 'classname', 'group'],
    children: ['skipped', 'error', 'failure', 'system-out', 'system-err'],
  },
  skipped: { required: [], optional: ['type', 'message'], children: [], text: true },
  failure: { required: [], optional: ['type', 'message'], children: [], text: true },
  'system-out': { required: [], optional: [], children: [], text: true },
};

type Builder = ReturnType<typeof create>;
type Element = Builder['node'];

const childrenOf = (node: Element): Element[] => [...(node.childNodes as Iterable<Element>)];

/** What breaks the rules in an element and in all that it holds. */
function violations(element: Element): string[] {
  const name = element.nodeName;
  const rule = RULES[name];
  if (rule === undefined) return [`<${name}> is not known`];
  const attributes = [...(element as unknown as { attributes: Iterable<{ name: string }> }).attributes].map(
    (attribute) => attribute.name,
  );
  const inner = childrenOf(element);
  const children = inner.filter(({ nodeType }) => nodeType === 1);
  const text = inner.filter(({ nodeType }) => nodeType === 3).map(({ textContent }) => (textContent ?? '').trim());
  return [
    ...rule.required.filter((key) => !attributes.includes(key)).map((key) => `<${name}> lacks ${key}`),
    ...attributes
      .filter((key) => ![...rule.required, ...rule.optional].includes(key))
      .map((key) => `<${name}> has ${key}`),
    ...children
      .filter(({ nodeName }) => !rule.children.includes(nodeName))
      .map(({ nodeName }) => `<${name}> holds <${nodeName}>`),
    ...(rule.text || text.every((part) => part === '') ? [] : [`<${name}> holds text`]),
    ...children.flatMap(violations),
  ];
}

const schemaViolations = (xml: string): string[] => violations(create(xml).root().node);

const namesIn = (xml: string): string[] => [...xml.matchAll(/<testcase name="([^"]*)"/g)].map(([, name = '']) => name);

describe('the JUnit report', () => {
  it('is what the schema of Jenkins allows', () => {
    expect(schemaViolations(render(fixedRun))).toEqual([]);
    expect(schemaViolations(render(runOf({ command: 'fuzz', contract: 'a', seed: 0 }, [], 0)))).toEqual([]);
  });

  it('is checked by rules that notice', () => {
    const xml = render(fixedRun);
    expect(schemaViolations(xml.replaceAll(' errors="0"', ''))).toEqual(['<testsuite> lacks errors']);
    expect(schemaViolations(xml.replace('<testcase ', '<testcase file="x" '))).toEqual(['<testcase> has file']);
    expect(schemaViolations(xml.replaceAll('properties>', 'settings>'))).toEqual([
      '<testsuite> holds <settings>',
      '<settings> is not known',
    ]);
  });

  it('writes no character that XML does not have', () => {
    const everything = Array.from({ length: 0x300 }, (_, code) => String.fromCharCode(code)).join('');
    const hostile = `${everything}\ud800\udfff\ufffe\uffff${HOSTILE}`;
    const finding = {
      rule: hostile,
      level: 'error',
      pointer: hostile,
      message: hostile,
      expected: hostile,
      actual: hostile,
      fingerprint: 'f',
    } as const;
    const xml = render(
      runOf({ command: 'fuzz', contract: hostile, seed: 0 }, [resultOf(hostile, [finding], { payload: hostile })], 0),
    );
    expect(xml).not.toMatch(/[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u);
    expect(schemaViolations(xml)).toEqual([]);
  });

  it('has the same names at every run, and each only once', () => {
    const again = { ...fixedRun, seed: 9, summary: { ...fixedRun.summary, durationMs: 99 } };
    expect(namesIn(render(again))).toEqual(namesIn(render(fixedRun)));
    const twice = runOf({ command: 'fuzz', contract: 'a', seed: 0 }, [resultOf('x', []), resultOf('x', [])], 0);
    expect(namesIn(render(twice))).toEqual(['x', 'x (2)']);
  });

  it('counts what it lists', () => {
    const xml = render(fixedRun);
    const { passed, failed, skipped } = fixedRun.summary;
    expect(xml.match(/<testcase /g)).toHaveLength(passed + failed + skipped);
    expect(xml.match(/<failure /g)).toHaveLength(failed);
    expect(xml.match(/<skipped /g)).toHaveLength(skipped);
  });
});

describe('the JUnit report of a gate', () => {
  it('has a suite for each part, with its own time, and one for what was left out', () => {
    const part = (name: string, durationMs: number) => {
      const { summary } = runOf({ command: name, contract: 'order', seed: 1 }, [resultOf('a', [])], durationMs);
      return { name, command: name, contract: 'order', seed: 1, summary };
    };
    const results = [resultOf('pacts: one', []), resultOf('verify order: two', []), resultOf('pacts: three', [])];
    const left = { id: 'can-i-deploy', status: 'skipped' as const, findings: [], reason: 'nobody asks' };
    const run = {
      ...runOf({ command: 'gate', contract: 'order', seed: 1 }, [...results, left], 9000),
      parts: [part('pacts', 1500), part('verify order', 7000)],
    };
    const suites = [...render(run).matchAll(/<testsuite name="([^"]*)"[^>]* time="([^"]*)"[\s\S]*?<\/testsuite>/g)];
    const named = suites.map(([text, name, time]) => [
      name,
      time,
      [...text.matchAll(/<testcase name="([^"]*)"/g)].map(([, one]) => one),
    ]);
    expect(named).toEqual([
      ['pacts order', '1.500', ['pacts: one', 'pacts: three']],
      ['verify order order', '7.000', ['verify order: two']],
      ['gate order', '0.000', ['can-i-deploy']],
    ]);
  });
});
