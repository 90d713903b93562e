import { type JsonSchema, LeastSizes, Normaliser, type OperationSource } from '../contract';
import { mainStatus } from './main-status';
import type { Models } from './print-module';

/** Whether a schema contradicts itself. */
function fitsNothing(json: JsonSchema, models: Models, normaliser: Normaliser): boolean {
  let schema = normaliser.schema(json, '');
  for (let count = 0; schema.kind === 'reference' && Object.hasOwn(models, schema.name) && count < 50; count += 1)
    schema = normaliser.definition(schema.name);
  return schema.kind === 'enum' && schema.values.length === 0;
}

/** Why no body can be the successful answer of an operation, where none can. */
export class AnswerProblems {
  /** @param models all that the schemas refer to. */
  constructor(
    private readonly models: Models,
    private readonly normaliser = new Normaliser(models),
    private readonly sizes = new LeastSizes(normaliser.definitions()),
  ) {}

  /** @throws ContractError for a schema that a contract cannot express. */
  of(source: OperationSource): string | undefined {
    const status = mainStatus(source);
    const json = status === undefined ? undefined : source.responses[status]?.schema;
    if (json === undefined) return undefined;
    if (fitsNothing(json, this.models, this.normaliser))
      return `the schema of the response ${status} contradicts itself: no value fits it`;
    return this.sizes.fitsNothing(this.normaliser.schema(json, ''))
      ? `no value fits the response ${status}: limits contradict each other, or models require each other without end`
      : undefined;
  }
}
