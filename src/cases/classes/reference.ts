import { ContractError, type ReferenceSchema } from '../../contract';
import type { KindClasses } from './row';

/** The table resolves references before it asks for rows; their plain values are those of the model they name. */
export const referenceClasses: KindClasses<ReferenceSchema> = {
  typical: (schema, make, n) => {
    const model = make.enter(schema.name);
    return model?.make.typical(model.schema, n);
  },
  rows: (schema) => {
    throw new ContractError(`the reference to ${schema.name} was not followed`, { where: schema.name });
  },
};
