/** @typedef {import('../../src/result').CoverageFigure} Figure */
/** @typedef {{ name: string, classes: Figure, pairs?: Figure | undefined }} PartCoverage */

/**
 * What each part of a joined run covered; none where the run is not joined. A sum of parts would mix what pacts hold
 * with what a short run of the fuzzer reached.
 * @param {import('../../src/result').Coverage} coverage
 * @returns {PartCoverage[]}
 */
export function coverageOfParts({ cells = [], sitePairs = [] }) {
  const names = [...new Set(cells.flatMap(({ part }) => part ?? []))];
  return names.map((name) => {
    const own = cells.filter(({ part }) => part === name);
    const pairs = sitePairs.filter(({ part }) => part === name);
    const classes = {
      covered: own.filter(({ covered }) => covered).length,
      feasible: own.filter(({ excluded }) => excluded === undefined).length,
    };
    return { name, classes, ...(pairs.length === 0 ? {} : { pairs: sumOf(pairs) }) };
  });
}

/**
 * @param {readonly Figure[]} figures
 * @returns {Figure}
 */
const sumOf = (figures) => ({
  covered: figures.reduce((sum, { covered }) => sum + covered, 0),
  feasible: figures.reduce((sum, { feasible }) => sum + feasible, 0),
});
