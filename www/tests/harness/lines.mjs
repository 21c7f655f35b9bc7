// What tests/support/assess_lines.rs does natively, with the engine as the page has it; it runs in Node and in browsers.

/** The text of the object that stands last in a line, digits as written. */
const last = (line, key) => line.slice(line.indexOf('{', line.indexOf(`"${key}":`)), line.lastIndexOf('}'));

/**
 * A function that answers line after line: an assessment or faults, `null` where a rulebook was defined.
 * @param {import('../../generated/glue.js').Glue['Checker']} Checker
 * @returns {(line: string) => string | null}
 */
export function answering(Checker) {
  const checkers = new Map();
  return (line) => {
    const { define, rulebook } = JSON.parse(line);
    if (define !== undefined) {
      const before = checkers.get(define);
      if (before !== undefined) before.free();
      const checker = new Checker(last(line, 'rulebook'));
      const faults = checker.faults();
      if (faults !== '[]') return `{"faults":${faults}}`;
      checkers.set(define, checker);
      return null;
    }
    const checker = checkers.get(rulebook);
    if (checker === undefined) return `{"error":"no rulebook ${rulebook}"}`;
    const outcome = checker.open(last(line, 'submission'));
    return outcome.startsWith('{"kind":"refused"') ? `{"faults":${JSON.stringify(JSON.parse(outcome).faults)}}` : checker.assessment();
  };
}
