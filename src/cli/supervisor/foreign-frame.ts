import { join, relative } from 'node:path';

/** The folder that pactcheck's own files lie in. */
const OWN = join(__dirname, '../..');

const FILE = /(?:\(|at )((?:file:\/\/)?\/[^()]+?:\d+:\d+)\)?$/;

/** Returns the first place in a stack that lies in neither pactcheck nor Node, relative to the working folder. */
export function foreignFrame(stack: string | undefined): string | undefined {
  const frames = (stack ?? '').split('\n').flatMap((line) => FILE.exec(line.trim())?.[1]?.replace('file://', '') ?? []);
  const foreign = frames.find((frame) => !frame.startsWith(`${OWN}/`) && !frame.includes('/node_modules/'));
  if (foreign === undefined) return undefined;
  const near = relative(process.cwd(), foreign);
  return near.startsWith('..') ? foreign : near;
}
