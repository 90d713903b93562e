import type { Finding, Result } from '../../result';
import { curlOf, type Mask } from '../curl';
import type { Exchange } from '../exchange';
import type { PactState } from '../pact-interaction';

/** What led to a finding: the states that were set up, and the calls in their order. */
export interface Story {
  readonly states: readonly PactState[];
  readonly exchanges: readonly Exchange[];
}

/** A finding, and the story that shows it. */
export interface Found {
  readonly finding: Finding;
  readonly story: Story;
}

/** Findings by fingerprint: what breaks in one way is told once, by the first story, which may be shortened. */
export class Buckets {
  private readonly found = new Map<string, Found & { times: number }>();

  /** Adds findings; gives those that are new. */
  add(findings: readonly Finding[], story: Story): Found[] {
    const fresh: Found[] = [];
    for (const finding of findings) {
      const known = this.found.get(finding.fingerprint);
      if (known !== undefined) known.times += 1;
      else {
        this.found.set(finding.fingerprint, { finding, story, times: 1 });
        fresh.push({ finding, story });
      }
    }
    return fresh;
  }

  /** Tells a finding by a shorter story. */
  retell({ finding, story }: Found): void {
    const known = this.found.get(finding.fingerprint);
    if (known !== undefined) this.found.set(finding.fingerprint, { ...known, finding, story });
  }

  all(): readonly (Found & { readonly times: number })[] {
    return [...this.found.values()];
  }
}

const stateText = ({ name, params }: PactState): string => `${name} ${JSON.stringify(params, bigints)}`;

/** A state's parameter of an int64, which JSON.stringify has no text for. */
const bigints = (_name: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);

const interactionText = ({ states, exchanges }: Story, description: string): string => {
  const last = exchanges.at(-1);
  if (last === undefined) return '';
  const { method, target, body } = last.request;
  const request = { method, path: target.split('?')[0], ...(body.length === 0 ? {} : { body: body.toString() }) };
  const providerStates = states.map(({ name, params }) => ({ name, params }));
  return JSON.stringify({ description, providerStates, request }, bigints, 2);
};

/** The results of an exploration: one for each way in which something broke. */
export function resultsOf(buckets: Buckets, family: string, baseUrl: URL, mask: Mask): Result[] {
  return buckets.all().map(({ finding, story, times }) => {
    const last = story.exchanges.at(-1);
    const place = finding.pointer.replace(/\/\d+(?=\/|$)/g, '/[]');
    const id = `${family}: ${finding.rule}${place === '' ? '' : ` ${place}`}`;
    const response = last?.response?.body.toString();
    return {
      id,
      status: finding.level === 'error' ? 'failed' : 'passed',
      findings: [{ ...finding, message: mask(finding.message), actual: mask(finding.actual) }],
      details: {
        times: String(times),
        states: mask(story.states.map(stateText).join('\n')),
        curl: mask(story.exchanges.map(({ request }) => curlOf(request, baseUrl)).join('\n')),
        ...(response === undefined ? {} : { response: mask(`HTTP ${last?.response?.status}\n\n${response}`) }),
        interaction: mask(interactionText(story, id)),
      },
    };
  });
}
