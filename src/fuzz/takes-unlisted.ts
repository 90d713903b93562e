import { type Model, resolve } from '../contract';

/** Whether a body may have members that the contract does not list, whatever they hold. */
export function takesUnlisted({ schema, definitions }: Model): boolean {
  const root = resolve(schema, definitions);
  const isFree = root.kind === 'object' && root.keys === undefined && root.maxProperties === undefined;
  return isFree && root.additional !== false && root.additional.kind === 'any';
}
