import { setImmediate as breathe } from 'node:timers/promises';
import { readTraffic, type TrafficItem } from '../../observe';
import { Failure, type Run } from '../../result';
import type { Tell } from '../document-warnings';
import { type HoldOptions, observerFor } from './observer';
import { type TrafficFile, trafficFiles } from './traffic-files';

/** Recorded exchanges to hold to a contract. */
export interface ObserveTrafficOptions extends HoldOptions {
  /** Files of HAR 1.2 or NDJSON, and folders of them. */
  readonly traffic: readonly string[];
  /** Told how far it is: exchanges, and a share of the bytes. */
  readonly onProgress?: ((exchanges: number, file: string) => void) | undefined;
}

/** Files of which nothing can be read are no traffic. @throws Failure (usage) where one of them was named. */
function requireTraffic({ name, isNamed }: TrafficFile, tell: Tell | undefined): void {
  const sentence = `${name} is neither a HAR nor NDJSON of exchanges`;
  if (!isNamed) tell?.(`${sentence}: it is passed over`);
  else
    throw new Failure(
      'usage',
      sentence,
      'Export it as HAR 1.2, or write one exchange a line, as docs/observing.md has it.',
    );
}

/** Whether a file begins with what is no traffic: the first items decide, so that nothing of it counts. */
const isOther = (items: readonly TrafficItem[]): boolean =>
  items.length > 0 && items.every(({ kind }) => kind === 'damaged');

/**
 * Holds recorded exchanges to a contract. Files are read as streams: what is kept does not grow with them.
 * @throws Failure (usage) where a file cannot be read; Failure (nothing tested) where nothing in them is of the contract.
 */
export async function observeTraffic(options: ObserveTrafficOptions): Promise<Run> {
  const { traffic, cwd, signal, onProgress } = options;
  const observer = await observerFor(options);
  for (const file of trafficFiles(traffic, cwd)) {
    let isTraffic = false;
    for await (const part of readTraffic(file.path, file.name)) {
      if (signal?.aborted === true) return observer.run();
      const items = isTraffic ? part : [...part];
      if (!isTraffic && isOther(items as readonly TrafficItem[])) {
        requireTraffic(file, options.onWarning);
        break;
      }
      isTraffic = true;
      for (const item of items) observer.observation.take(item);
      onProgress?.(observer.observation.counts.exchanges, file.name);
      await breathe();
    }
  }
  return observer.run();
}
