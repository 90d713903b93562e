import { NOTHING, type Oracle } from './oracle';

/** What every object, list and function inherits from. */
const PROTOTYPES: readonly (readonly [string, object])[] = [
  ['Object.prototype', Object.prototype],
  ['Array.prototype', Array.prototype],
  ['Function.prototype', Function.prototype],
];

/** The names that a loop over an empty object, list or function finds: none, unless somebody has added some. */
function pollution(): { owner: string; holder: object; name: string } | undefined {
  for (const [owner, holder] of PROTOTYPES)
    for (const name in holder) if (Object.hasOwn(holder, name)) return { owner, holder, name };
  return undefined;
}

/** Nothing of a response gets into what all objects share. What did is taken out again, so that the run can go on. */
export const prototypePolluted: Oracle = () => {
  const found = pollution();
  if (found === undefined) return NOTHING;
  for (let more: typeof found | undefined = found; more !== undefined; more = pollution())
    Reflect.deleteProperty(more.holder, more.name);
  return [
    {
      rule: 'prototype-polluted',
      pointer: '',
      message: `a response has added ${JSON.stringify(found.name)} to ${found.owner}: every object of the program has it now`,
      expected: `${found.owner} as it was`,
      actual: `${found.owner} has ${JSON.stringify(found.name)}`,
    },
  ];
};
