import fc from 'fast-check';
import {
  CoveringError,
  coveringArray,
  type Model,
  Occurrences,
  type Row,
  readPict,
  verifyRows,
  writePict,
} from '../../src/covering';
import { enumerated, isValid, levelIn } from './every-row';
import { factorModels } from './factor-models';

const QUICK = { effort: 0.01 };

/** Runs a law over models of which some row is possible. */
function overModels(runs: number, law: (model: Model, draw: number) => void): void {
  fc.assert(
    fc.property(factorModels, fc.nat(1_000_000), (model, draw) => {
      const hasValid = enumerated(model).rows.some((row) => isValid(model, row));
      if (hasValid) law(model, draw);
    }),
    { numRuns: runs, seed: 1 },
  );
}

describe('an array of any model', () => {
  it('covers every tuple that some row can hold, and holds nothing that is forbidden', () => {
    overModels(400, (model) => {
      const { rows, tuplesIn } = enumerated(model);
      const array = coveringArray(model, QUICK);
      const possible = new Set(rows.map((row) => row.join()));
      expect(array.rows.filter((row) => !possible.has(row.join()))).toEqual([]);
      expect(tuplesIn(array.rows)).toEqual(tuplesIn(rows));
      expect(array.rows.length).toBeGreaterThanOrEqual(array.lowerBound);
    });
  });

  it('is refused where no row is possible, and only there', () => {
    fc.assert(
      fc.property(factorModels, (model) => {
        const possible = enumerated(model).rows.some((row) => isValid(model, row));
        if (possible) coveringArray(model, { effort: 0 });
        else expect(() => coveringArray(model, { effort: 0 })).toThrow(CoveringError);
      }),
      { numRuns: 300, seed: 2 },
    );
  });

  it('is the same at every run', () => {
    overModels(50, (model, seed) => {
      expect(coveringArray(model, { seed, ...QUICK })).toEqual(coveringArray(model, { seed, ...QUICK }));
    });
  });

  it('is no larger with a search than without', () => {
    overModels(100, (model) => {
      const [quick, plain] = [coveringArray(model, { effort: 0.1 }), coveringArray(model, { effort: 0 })];
      expect(quick.rows.length).toBeLessThanOrEqual(plain.rows.length);
    });
  });
});

describe('the verifier', () => {
  it('counts what looking at every row counts, for any rows', () => {
    overModels(300, (model, draw) => {
      const { rows, tuplesIn } = enumerated(model);
      const some = rows.filter((_, index) => (draw >> (index % 20)) % 2 === 1);
      const { covered, feasible, invalidRows } = verifyRows(model, some);
      expect([covered, feasible]).toEqual([tuplesIn(some).size, tuplesIn(rows).size]);
      expect(invalidRows).toEqual([]);
    });
  });

  it('finds every row that may not be', () => {
    overModels(200, (model) => {
      const possible = new Set(enumerated(model).rows.map((row) => row.join()));
      const all = enumerated({ ...model, forbidden: [] }).rows;
      const bad = all.flatMap((row, index) => (possible.has(row.join()) ? [] : [index]));
      expect(verifyRows(model, all).invalidRows).toEqual(bad);
    });
  });

  it('names each tuple that is missing', () => {
    overModels(100, (model) => {
      const { rows } = coveringArray(model, QUICK);
      const { covered, feasible, goals } = verifyRows(model, rows.slice(1));
      expect(goals.flatMap(({ missing }) => missing)).toHaveLength(feasible - covered);
    });
  });
});

describe('occurrences', () => {
  const isPlain = ({ factors }: Model): boolean =>
    factors.every(({ levels }) => levels.every((level) => typeof level === 'string' || level.invalid !== true));

  it('tell which rows have what no other one has, and what is lost with another row', () => {
    overModels(400, (model, draw) => {
      if (!isPlain(model)) return;
      const { rows, tuplesIn } = enumerated(model);
      const some = rows.filter((_, index) => (draw >> (index % 20)) % 2 === 1);
      const occurrences = new Occurrences(model, some);
      const whole = tuplesIn(some).size;
      some.forEach((row, index) => {
        const lost = whole - tuplesIn(some.toSpliced(index, 1)).size;
        expect(occurrences.isNeeded(row)).toBe(lost > 0);
        const other = rows[(draw + index) % rows.length] as Row;
        const all = tuplesIn([...some, other]).size - whole;
        const isSpared = tuplesIn(some.with(index, other)).size === whole + all;
        expect(occurrences.isSpared(row, other)).toBe(isSpared);
      });
    });
  });
});

describe('kept rows', () => {
  const extended = (model: Model, draw: number): Model => {
    const grown = draw % model.factors.length;
    const factors = model.factors.map((factor, index) =>
      index === grown ? { ...factor, levels: [...factor.levels, 'new'] } : factor,
    );
    return draw % 2 === 0
      ? { ...model, factors }
      : { ...model, factors: [...factors, { name: 'new', levels: ['x', 'y'] }] };
  };

  it('stay, in their order, when a level or a factor is added', () => {
    overModels(200, (model, draw) => {
      const before = coveringArray(model, QUICK).rows;
      const after = coveringArray({ ...extended(model, draw), keep: before }, QUICK).rows;
      expect(after.slice(0, before.length).map((row) => row.slice(0, model.factors.length))).toEqual(before);
    });
  });

  it('are filled in where they are open, and stay where they are not', () => {
    overModels(200, (model, draw) => {
      const { rows } = enumerated(model);
      const whole = rows[draw % rows.length] as Row;
      const open = whole.map((level, factor) => {
        return levelIn(model, factor, level).invalid || (draw >> factor) % 2 === 1 ? level : -1;
      });
      const [first] = coveringArray({ ...model, keep: [open] }, QUICK).rows as [Row];
      expect(first.map((level, factor) => (open[factor] === -1 ? -1 : level))).toEqual(open);
    });
  });
});

describe("PICT's format", () => {
  it('gives the same tuples again, whatever was written', () => {
    overModels(300, (model) => {
      const strength = Math.min(2, model.factors.length);
      const plain = { ...model, goals: [{ strength }], negativeStrength: strength };
      const again = readPict(writePict(plain), { strength }).model;
      const rows = enumerated(plain).rows;
      expect(verifyRows(again, rows, { missingAtMost: 0 })).toEqual(verifyRows(plain, rows, { missingAtMost: 0 }));
      expect(enumerated({ ...plain, forbidden: again.forbidden ?? [] }).rows).toEqual(rows);
    });
  });
});
