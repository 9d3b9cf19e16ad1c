/**
 * A number of JSON that no double holds, such as 9007199254740993 or 1e400.
 *
 * EventBridge compares it by its text, because it compares other numbers as doubles.
 */
export class JsonNumber {
  constructor(readonly text: string) {}
}

/**
 * Reads a number as EventBridge compares it.
 *
 * @returns the double, if its shortest text has the same value; otherwise the text
 *
 * @see https://github.com/aws/event-ruler, `ComparableNumber`
 */
export function readNumber(text: string): number | JsonNumber {
  const double = Number(text);
  if (text === String(double) && !isTiny(double)) {
    return double;
  }
  return Number.isFinite(double) && decimal(text) === decimal(shortest(double)) ? double : new JsonNumber(text);
}

/** The text by which the matcher of the service, which runs on Java, knows a double: it has two digits at least. */
function shortest(double: number): string {
  const text = String(double);
  const longer = double.toPrecision(2);
  return isTiny(double) && !text.includes('.') && !longer.includes('9.9') ? longer : text;
}

/** Whether a double is so small that its second digit is not 0 although its first one suffices: the smallest one is 4.9e-324. */
function isTiny(double: number): boolean {
  return double !== 0 && Math.abs(double) < 1e-321;
}

/** The value of a decimal number: sign, digits without zeros around them, and exponent. */
function decimal(text: string): string {
  const [, sign, integer, fraction = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text)!;
  const digits = (integer + fraction).replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  return significant === '' ? '0' : `${sign}${significant}e${Number(exponent) - fraction.length + digits.length - significant.length}`;
}
