import type { GivenValues, ParameterNode, Topology } from '../../topology';
import { nearMatches } from '../near-matches';
import { UsageError } from '../usage-error';

/** The options with values that only the deployment decides. */
export interface GivenOptions {
  /** E.g. `Stage=prod`. */
  readonly parameter?: string[];
  readonly region?: string;
  readonly account?: string;
}

/**
 * The values that options give.
 *
 * @throws UsageError if one of them is malformed
 */
export function givenValues({ parameter = [], region, account }: GivenOptions): GivenValues {
  checkForm('--region', region, /^[a-z]{2,}(-[a-z]+)+-\d$/, 'a Region, e.g. `eu-west-1`');
  checkForm('--account', account, /^\d{12}$/, 'an account id of 12 digits');
  const parameters = new Map<string, string>();
  for (const text of parameter) {
    const [, name, value] = /^([A-Za-z0-9]+)=([^]*)$/.exec(text) ?? [];
    if (name === undefined) {
      throw new UsageError(`\`--parameter\` must be \`Name=Value\`, got: ${JSON.stringify(text)}`);
    }
    if (parameters.has(name)) {
      throw new UsageError(`\`--parameter\` must give each parameter once, got: \`${name}\` twice`);
    }
    parameters.set(name, value);
  }
  return { parameters, region, account };
}

function checkForm(option: string, value: string | undefined, form: RegExp, rule: string): void {
  if (value !== undefined && !form.test(value)) {
    throw new UsageError(`\`${option}\` must be ${rule}, got: ${JSON.stringify(value)}`);
  }
}

/**
 * Refuses values that CloudFormation would refuse. The pattern of a parameter is not checked.
 *
 * @throws UsageError that names similar parameters, or what is allowed
 */
export function checkGiven({ parameters: given = new Map() }: GivenValues, { parameters }: Topology): void {
  for (const [name, value] of given) {
    const declared = parameters.filter(parameter => parameter.name === name);
    if (declared.length === 0) {
      const names = [...new Set(parameters.map(parameter => parameter.name))].sort();
      const near = nearMatches(name, names);
      const hint = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : names.length > 0 ? `The parameters are: ${names.join(', ')}.` : 'There are none.';
      throw new UsageError(`\`--parameter\` must name a parameter of a template, got: ${JSON.stringify(name)}. ${hint}`);
    }
    for (const parameter of declared) {
      checkValue(parameter, value);
    }
  }
}

function checkValue(parameter: ParameterNode, value: string): void {
  const { name, type, allowedValues, minLength = 0, maxLength = Infinity } = parameter;
  const refuse: Refuse = rule => new UsageError(`parameter \`${name}\` must ${rule}, got: ${JSON.stringify(value)}`);
  const isList = type === 'CommaDelimitedList' || type.startsWith('List<');
  const items = isList ? value.split(',').map(item => item.trim()) : [value];
  if (allowedValues && items.some(item => !allowedValues.includes(item))) {
    throw refuse(`be one of ${allowedValues.join(', ')}`);
  }
  if (type === 'Number' || type === 'List<Number>') {
    checkNumbers(parameter, items, refuse);
  }
  if (type === 'String' && (value.length < minLength || value.length > maxLength)) {
    throw refuse(maxLength === Infinity ? `have at least ${minLength} characters` : `have ${minLength} to ${maxLength} characters`);
  }
}

type Refuse = (rule: string) => UsageError;

function checkNumbers({ minValue = -Infinity, maxValue = Infinity }: ParameterNode, items: readonly string[], refuse: Refuse): void {
  const numbers = items.map(item => item.trim() === '' ? NaN : Number(item));
  if (!numbers.every(Number.isFinite)) {
    throw refuse('be a number');
  }
  if (numbers.some(number => number < minValue || number > maxValue)) {
    throw refuse(`be ${rangeOf(minValue, maxValue)}`);
  }
}

function rangeOf(min: number, max: number): string {
  return min === -Infinity ? `at most ${max}` : max === Infinity ? `at least ${min}` : `from ${min} to ${max}`;
}
