import contractSource from '../../../contracts/user-update-resp/contract';
import { defineContract } from '../../../src/contract';
import { tellingValues } from '../../../src/provider/explore/telling-text';

const contract = defineContract(contractSource);

const told = (value: string | boolean, name: string) => {
  const [operation] = contract.operations;
  if (operation === undefined) throw new Error('the contract has no operation');
  return tellingValues(value, name, operation, contract.definitions);
};

describe('values that tell most', () => {
  it('are in capitals, with each sign that the pattern lists', () => {
    expect(told('alpha', 'username')).toEqual(['ALPHA_-,.@+=', 'ALPHA', 'alpha']);
  });

  it('have no signs where a pattern lists none, or there is none', () => {
    expect(told('a@b', 'email')).toEqual(['A@B', 'A@B', 'a@b']);
    expect(told('alpha', 'fullName')).toEqual(['ALPHA', 'alpha']);
  });

  it('are the value itself where it is no text', () => {
    expect(told(true, 'isGtcAccepted')).toEqual([true]);
  });
});
