import { stringifyJson, withoutIndexes } from '../../contract';
import { type Finding, type Result, resultOf } from '../../result';
import { curlOf } from '../curl';
import type { TurnedOff } from '../judge';
import type { Mask } from '../mask';
import type { PactState } from '../pact-interaction';
import { interactionToAdd } from './interaction-to-add';
import type { Performer } from './performer';
import type { Story } from './story';

/** A finding, and the story that shows it. */
export interface Found {
  readonly finding: Finding;
  readonly story: Story;
}

/** Findings by fingerprint: what breaks in one way is told once, by the first story, which may be shortened. */
export class Buckets {
  private readonly found = new Map<string, Found & { times: number }>();

  constructor(private readonly turnedOff: TurnedOff) {}

  /** Adds findings, but those of rules that are turned off; gives those that are new. */
  add(findings: readonly Found[]): Found[] {
    const fresh: Found[] = [];
    for (const one of findings) {
      const { rule, fingerprint } = one.finding;
      if (Object.hasOwn(this.turnedOff, rule)) continue;
      const known = this.found.get(fingerprint);
      if (known !== undefined) known.times += 1;
      else {
        this.found.set(fingerprint, { ...one, times: 1 });
        fresh.push(one);
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

const stateText = ({ name, params }: PactState): string => `${name} ${stringifyJson(params)}`;

/** What helps to see a finding again. */
function detailsOf({ story, times }: Found & { times: number }, id: string, performer: Performer, mask: Mask) {
  const answer = story.exchanges.at(-1)?.response;
  const interaction = interactionToAdd(story, id);
  const details: Record<string, string> = {
    times: String(times),
    states: story.planned.states.map(stateText).join('\n'),
    curl: [
      ...performer.setUpCommands(story.planned.states, mask),
      ...story.exchanges.map(({ request }) =>
        curlOf(request, performer.baseUrl, { mask, hidden: performer.hiddenHeaders }),
      ),
    ].join('\n'),
    ...(answer === undefined ? {} : { response: `HTTP ${answer.status}\n\n${answer.body.toString()}` }),
    ...(interaction === undefined ? {} : { interaction }),
  };
  return Object.fromEntries(Object.entries(details).map(([name, text]) => [name, mask(text)]));
}

/** The results of an exploration: one for each way in which something broke. */
export function resultsOf(buckets: Buckets, family: string, performer: Performer, mask: Mask): Result[] {
  return buckets.all().map((one) => {
    const { finding } = one;
    const place = withoutIndexes(finding.pointer);
    const id = `${family}: ${finding.rule}${place === '' ? '' : ` ${place}`}`;
    const { message, expected, actual } = finding;
    const masked = { ...finding, message: mask(message), expected: mask(expected), actual: mask(actual) };
    return resultOf(id, [masked], detailsOf(one, id, performer, mask));
  });
}
