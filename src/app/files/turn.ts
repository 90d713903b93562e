import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownerName } from '../../cleanup';
import { isAbandoned, MARK, ownMark } from './temporary-name';

/** `choosing` while a run looks which number is free, `<number>` then: a name alone, so that none is ever half there. */
const NAME = new RegExp(`^\\.pactcheck-turn-(choosing|\\d+)-${MARK}$`);

/** A run that is in the queue, or looks for its number in it. */
interface Ticket {
  readonly name: string;
  /** `undefined` while it is being chosen. */
  readonly number: number | undefined;
  readonly owner: string;
}

/** How often is looked whether it is this run's turn, in milliseconds. */
const PAUSE = 40;

const ticketsIn = (folder: string): Ticket[] =>
  readdirSync(folder).flatMap((name) => {
    const [, word, owner = ''] = NAME.exec(name) ?? [];
    if (word === undefined) return [];
    return [{ name, owner, number: word === 'choosing' ? undefined : Number(word) }];
  });

/** The tickets of runs that go on; those of runs that were ended are removed. */
function waiting(folder: string): Ticket[] {
  return ticketsIn(folder).filter(({ name, owner }) => {
    const isLeft = isAbandoned(join(folder, name), owner);
    if (isLeft) rmSync(join(folder, name), { force: true });
    return !isLeft;
  });
}

const isBefore = (one: Ticket, other: Ticket): boolean =>
  (one.number ?? 0) < (other.number ?? 0) || (one.number === other.number && one.name < other.name);

/** Draws a number behind all that are drawn (Lamport's bakery); none where the folder cannot be written to. */
function draw(folder: string): Ticket | undefined {
  const mark = ownMark();
  const choosing = join(folder, `.pactcheck-turn-choosing-${mark}`);
  try {
    writeFileSync(choosing, '');
  } catch {
    // Nobody else can write here either; what is to be written says itself why it cannot be.
    return undefined;
  }
  const number = 1 + Math.max(0, ...waiting(folder).map((ticket) => ticket.number ?? 0));
  const name = `.pactcheck-turn-${number}-${mark}`;
  renameSync(choosing, join(folder, name));
  return { name, number, owner: ownerName() };
}

/** A run that this one has to wait for. */
const inTheWay = (folder: string, own: Ticket): Ticket | undefined =>
  waiting(folder).find((one) => one.name !== own.name && (one.number === undefined || isBefore(one, own)));

async function comesUp(folder: string, own: Ticket, onWait: (sentence: string) => void): Promise<void> {
  let isTold = false;
  for (let other = inTheWay(folder, own); other !== undefined; other = inTheWay(folder, own)) {
    const [, pid] = other.owner.split('.');
    if (!isTold) onWait(`waiting for another run of pactcheck in this folder (process ${pid})`);
    isTold = true;
    await new Promise((settle) => setTimeout(settle, PAUSE));
  }
}

/** How a turn is waited for. */
export interface Turn {
  /** The folder that the runs are started in. */
  readonly cwd: string;
  /** Hears, once, that there is somebody to wait for. */
  readonly onWait?: ((sentence: string) => void) | undefined;
}

/**
 * Does what reads files and writes them anew, one run in a folder after the other: nothing that another one wrote is lost.
 */
export async function inTurn<T>({ cwd, onWait = () => undefined }: Turn, work: () => Promise<T>): Promise<T> {
  const own = draw(cwd);
  if (own === undefined) return work();
  try {
    await comesUp(cwd, own, onWait);
    return await work();
  } finally {
    rmSync(join(cwd, own.name), { force: true });
  }
}

/** Removes the tickets of this process, whose thread was ended. */
export function leaveQueue(cwd: string): void {
  const own = ownerName();
  for (const { name, owner } of ticketsIn(cwd)) if (owner === own) rmSync(join(cwd, name), { force: true });
}
