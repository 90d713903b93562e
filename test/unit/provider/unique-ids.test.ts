import { type Nameable, uniqueIds } from '../../../src/provider/unique-ids';

const one = (description: string, consumer = 'shop', file = `${consumer} 1`, ...states: string[]): Nameable => ({
  description,
  consumer,
  file,
  states: states.map((name) => ({ name })),
});

describe('ids of interactions', () => {
  it('are the description where nobody else has it', () => {
    expect(uniqueIds([one('a'), one('b')])).toEqual(['a', 'b']);
  });

  it('have the consumer and the states where that tells them apart', () => {
    expect(uniqueIds([one('a', 'shop'), one('a', 'till'), one('a', 'till', 'till 1', 'it exists'), one('b')])).toEqual([
      'shop: a',
      'till: a',
      'till: a (it exists)',
      'b',
    ]);
  });

  it('have the pact where two of one consumer say the same', () => {
    expect(uniqueIds([one('a', 'shop', 'shop 1'), one('a', 'shop', 'shop 2')])).toEqual([
      'shop: a [shop 1]',
      'shop: a [shop 2]',
    ]);
  });

  it('are counted where nothing tells them apart, whatever others are called', () => {
    expect(uniqueIds([one('a'), one('a'), one('shop: a [shop 1] #2')])).toEqual([
      'shop: a [shop 1]',
      'shop: a [shop 1] #2',
      'shop: a [shop 1] #2 #2',
    ]);
  });
});
