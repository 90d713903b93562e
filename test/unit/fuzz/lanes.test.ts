import { Lanes } from '../../../src/fuzz/chambers/lanes';

describe('lanes', () => {
  it('do so many pieces of work at a time, and begin them in order', async () => {
    const lanes = new Lanes(3);
    const begun: number[] = [];
    let [underWay, most] = [0, 0];
    const work = async (piece: number): Promise<number> => {
      begun.push(piece);
      underWay += 1;
      most = Math.max(most, underWay);
      for (let turn = 0; turn < (piece * 7) % 5; turn += 1) await Promise.resolve();
      underWay -= 1;
      return piece;
    };
    const pieces = Array.from({ length: 20 }, (_, piece) => piece);
    expect(await Promise.all(pieces.map((piece) => lanes.do(() => work(piece))))).toEqual(pieces);
    expect(begun).toEqual(pieces);
    expect(most).toBe(3);
  });

  it('go on after what fails', async () => {
    const lanes = new Lanes(1);
    const failing = lanes.do(() => Promise.reject(new Error('it fails')));
    const throwing = lanes.do(() => {
      throw new Error('it throws');
    });
    const next = lanes.do(() => 1);
    await expect(failing).rejects.toThrow('it fails');
    await expect(throwing).rejects.toThrow('it throws');
    expect(await next).toBe(1);
  });
});
