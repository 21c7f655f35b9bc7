// Choosing cells of a table of several factors so that every pair of values that can meet does.

const pairsOf = (cell) => {
  const values = Object.entries(cell);
  return values.flatMap((one, at) => values.slice(at + 1).map((other) => JSON.stringify([one, other])));
};

/** The pairs of values that meet in the cells. */
export const pairs = (cells) => new Set(cells.flatMap(pairsOf));

/**
 * Of the cells, in their order, few in which all their pairs still meet: each time the one with the most that are missing.
 * @template {Record<string, string>} Cell
 * @param {readonly Cell[]} cells
 * @returns {Cell[]}
 */
export function pairwise(cells) {
  const missing = pairs(cells);
  const gain = (cell) => pairsOf(cell).filter((pair) => missing.has(pair)).length;
  const chosen = [];
  while (missing.size > 0) {
    const best = cells.reduce((best, cell) => (gain(cell) > gain(best) ? cell : best));
    for (const pair of pairsOf(best)) missing.delete(pair);
    chosen.push(best);
  }
  return chosen;
}
