import { faultIn, leftOver } from './attack';
import { Bench, removeInstallation } from './bench';
import { TABLES } from './rows';

afterAll(removeInstallation);

describe.each(TABLES)('$kind', ({ attacks }) => {
  it.each(attacks)('is red for what came of it once: $name', (attack) => {
    expect(faultIn(attack, attack.broken)).toBeDefined();
  });

  it.each(attacks.filter(({ isSlow }) => isSlow !== true))('holds: $name', async (attack) => {
    const bench = new Bench();
    try {
      expect(faultIn(attack, await attack.came(bench))).toBeUndefined();
      expect(leftOver(attack, bench.left())).toEqual([]);
    } finally {
      await bench.close();
    }
  });
});
