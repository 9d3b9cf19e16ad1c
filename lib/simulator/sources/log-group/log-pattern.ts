import { jsonCondition, type LineTest } from './json-condition';
import { NotKnownError } from '../../state/not-known-error';

/** A term: a word, or a phrase in quotes; `-` excludes it, and `?` makes it one of several. */
const TERM = /\s*([-?]?)(?:"((?:[^"\\]|\\.)*)"|(\w+))(?=\s|$)/gy;

/**
 * Compiles a filter pattern of CloudWatch Logs: none, terms, or a JSON condition in braces.
 *
 * @throws NotKnownError for a regular expression, a pattern of columns, and whatever else the simulator does not read
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export function logPattern(pattern: string): LineTest {
  const text = pattern.trim();
  if (text === '') {
    return () => true;
  }
  const condition = /^\{(.*)\}$/s.exec(text);
  return condition ? jsonCondition(condition[1], pattern) : terms(text, pattern);
}

function terms(text: string, pattern: string): LineTest {
  const found = [...text.matchAll(TERM)];
  const isWhole = found.map(([match]) => match.length).reduce((sum, length) => sum + length, 0) === text.length;
  const [required, excluded, optional] = ['', '-', '?'].map(wanted => found.filter(([, sign]) => sign === wanted).map(([, , phrase, word]) => testOf(phrase, word)));
  if (!isWhole || (optional.length > 0 && optional.length < found.length)) {
    throw unread(pattern);
  }
  return optional.length > 0
    ? line => optional.some(matches => matches(line))
    : line => required.every(matches => matches(line)) && !excluded.some(matches => matches(line));
}

/** A phrase is found anywhere. A word is found as a word; whether it is found within a longer word, is not documented. */
function testOf(phrase: string | undefined, word: string): LineTest {
  if (phrase !== undefined) {
    const wanted = phrase.replace(/\\(.)/g, '$1');
    return line => line.includes(wanted);
  }
  const whole = new RegExp(`(?<![\\w])${word}(?![\\w])`);
  return line => {
    if (!whole.test(line) && line.includes(word)) {
      throw new NotKnownError(`whether \`${word}\` in \`FilterPattern\` matches a part of a longer word`, `Put the term into quotes: "${word}".`);
    }
    return whole.test(line);
  };
}

/** The error for a pattern that the simulator does not read. */
function unread(pattern: string): NotKnownError {
  return new NotKnownError(`what \`FilterPattern\` matches that is \`${pattern}\``, 'Use terms, phrases in quotes, or one condition such as { $.level = "ERROR" }.');
}
