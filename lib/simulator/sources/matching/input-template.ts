import { writeJson } from './exact-json';
import { JsonNumber } from './json-number';
import { isJson } from '../../json-text';
import { NotKnownError } from '../../state/not-known-error';

/** A variable in a template, such as `<instance>`. */
export interface Variable {
  readonly name: string;

  /** Whether it stands between quotes. */
  readonly quoted: boolean;
}

/** JSON that takes the place of a variable without quotes, never of one between quotes. */
export class RawJson {
  constructor(readonly text: string) {}
}

const VARIABLE = /<([^<>"\s]+)>/y;

/** Splits a template into its texts and variables. */
export function templateParts(template: string): Array<string | Variable> {
  const parts: Array<string | Variable> = [];
  let [start, quoted] = [0, false];
  for (let index = 0; index < template.length; index += 1) {
    VARIABLE.lastIndex = index;
    const [found, name] = template[index] === '<' ? VARIABLE.exec(template) ?? [] : [];
    if (found !== undefined) {
      parts.push(template.slice(start, index), { name, quoted });
      start = index + found.length;
      index = start - 1;
    } else if (template[index] === '\\') {
      index += 1;
    } else if (template[index] === '"') {
      quoted = !quoted;
    }
  }
  return [...parts, template.slice(start)];
}

/**
 * Puts values in the place of variables.
 *
 * A value without quotes around it becomes JSON. Between quotes, a string stays as it is, not escaped, and a variable without a value becomes nothing.
 *
 * @param valueOf the value of a variable; `undefined` if there is none
 * @param place the parameter that holds the template
 * @returns JSON without spaces
 * @throws NotKnownError if the documentation leaves open what the target gets
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html#eb-transform-input-issues
 */
export function filled(parts: ReadonlyArray<string | Variable>, valueOf: (variable: Variable) => unknown, place: string): string {
  const text = parts.map(part => typeof part === 'string' ? part : rendered(valueOf(part), part, place)).join('');
  if (!isJson(text)) {
    throw new NotKnownError(`what a target gets if \`${place}\` does not make JSON`, 'Put quotes around the text, and no value with a quote, a backslash or a line break into it.');
  }
  return minified(text);
}

function rendered(value: unknown, { name, quoted }: Variable, place: string): string {
  if (!quoted) {
    if (value === undefined) {
      throw new NotKnownError(`what \`${place}\` makes of \`<${name}>\`, for which the event has no value`, 'Put quotes around the variable, or send the field.');
    }
    return value instanceof RawJson ? value.text : writeJson(value);
  }
  switch (typeof value) {
    case 'undefined': return '';
    case 'string': return value;
    case 'number': case 'boolean': return `${value}`;
    default:
      if (value instanceof JsonNumber) {
        return value.text;
      }
      throw new NotKnownError(`how \`${place}\` writes \`<${name}>\` between quotes, which is ${value === null ? 'null' : Array.isArray(value) ? 'a list' : 'an object'}`, 'Remove the quotes.');
  }
}

/** JSON without the spaces around its values. */
function minified(text: string): string {
  return text.replace(/("(?:[^"\\]|\\.)*")|\s+/g, (_, string?: string) => string ?? '');
}
