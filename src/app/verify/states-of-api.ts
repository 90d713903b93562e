import { type Contract, schemaSent } from '../../contract';
import { itemsOf, type RequestMaking } from '../../pact';
import { Performer, type StateKeeper, statesByApi, type VerifyOptions } from '../../provider';
import { validatorFor } from '../../validator';
import { requestMaking } from '../pacts/request-making';
import { bodiesOf, plainCall } from './explored-resources';
import type { References } from './references';

/** Never asked: the calls that set states up are no states themselves. */
const NOBODY: StateKeeper = async () => ({ kind: 'failed', message: 'there are no states to set up' });

/** Returns what sets provider states up by the service's own API, of the contracts that answers are held to. */
export function statesOfApi(
  { contracts }: References,
  access: Omit<ConstructorParameters<typeof Performer>[0], 'keeper'> & Pick<VerifyOptions, 'baseUrl'>,
): StateKeeper {
  const makings = new Map<Contract, RequestMaking>();
  const makingOf = (contract: Contract): RequestMaking => {
    const known = makings.get(contract) ?? requestMaking(contract);
    makings.set(contract, known);
    return known;
  };
  return statesByApi({
    contracts,
    performer: new Performer({ ...access, keeper: NOBODY }),
    itemsOf,
    plainBody: (contract, operation) => {
      const [body] = bodiesOf(contract, operation, 1);
      return body;
    },
    plainCall: (contract, operation) => plainCall(contract, makingOf(contract))(operation),
    isSendable: (contract, { request }, body) =>
      request !== undefined &&
      validatorFor(contract).sendable(
        { schema: schemaSent(request.schema, 'request'), definitions: contract.definitions },
        body,
      ),
  });
}
