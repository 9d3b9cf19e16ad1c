import { isObject } from './branches';
import { compiledPattern } from './event-pattern';
import { jsonValue, readJson, writeJson } from './exact-json';
import { FILTER_POLICY } from './filter-policy-language';
import { checkLimit, invalid, shown } from './invalid-pattern-error';
import { attributeValues, type MessageAttributes } from './message-attributes';
import { FILTER_POLICY_COMBINATIONS, FILTER_POLICY_KEYS, FILTER_POLICY_SIZE } from '../../../constraints/aws-sns/filter-policy';
import { isJson } from '../../json-text';
import { NotKnownError } from '../../state/not-known-error';

/** What a filter policy looks at. */
export type FilterPolicyScope = 'MessageAttributes' | 'MessageBody';

/** A message that was published to a topic. */
export interface PublishedMessage {
  readonly body: string;
  readonly attributes: MessageAttributes;
}

const PARAMETER = FILTER_POLICY.parameter;

/**
 * Compiles the filter policy of a subscription. The function that it returns says whether the subscription gets a message.
 *
 * @param policy a value of `JSON.parse`, or a `JsonText`. An empty policy lets each message pass
 * @throws InvalidPatternError if SNS refuses the policy
 * @throws NotKnownError if the documentation leaves open what the policy means
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-message-filtering.html
 * @see https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html
 */
export function filterPolicy(policy: object, scope: FilterPolicyScope = 'MessageAttributes'): (message: PublishedMessage) => boolean {
  const value = jsonValue(policy);
  if (isObject(value) && Object.keys(value).length === 0) {
    return () => true;
  }
  const matches = compiledPattern(value as object, FILTER_POLICY);
  checkLimits(value as object, scope);
  const matchesNothing = matches({});
  return scope === 'MessageAttributes' ? ({ attributes }) => ofAttributes(attributes) : ({ body }) => ofBody(body);

  function ofAttributes(attributes: MessageAttributes): boolean {
    const values = attributeValues(attributes);
    if (Object.keys(values).length > 0) {
      return matches(values);
    }
    if (matchesNothing && Object.keys(attributes).length > 0) {
      throw new NotKnownError('whether a message that only has binary attributes has attributes at all, on which `exists: false` depends', 'Send another attribute.');
    }
    // An absent attribute needs another one that is there.
    return false;
  }

  /** A body that is not an object of JSON does not pass. */
  function ofBody(body: string): boolean {
    const message = isJson(body) ? readJson(body) : undefined;
    if (!isObject(message)) {
      return false;
    }
    if (matchesNothing && Object.keys(message).length === 0) {
      throw new NotKnownError('whether an empty body passes a filter policy with `exists: false`', 'Send a field.');
    }
    return matches(message);
  }
}

function checkLimits(policy: object, scope: FilterPolicyScope): void {
  checkLimit(FILTER_POLICY_SIZE, writeJson(policy), PARAMETER, 'Shorten the policy');
  const { $or: _, ...keys } = policy as Record<string, unknown>;
  checkLimit(FILTER_POLICY_KEYS, keys, PARAMETER, 'Remove keys, or filter in the function');
  if (scope === 'MessageAttributes') {
    checkFlat(policy, PARAMETER);
  }
  const count = combinations(policy, 1, 1);
  if (count <= FILTER_POLICY_COMBINATIONS.max) {
    return;
  }
  if (!writeJson(policy).includes('"$or"')) {
    throw invalid(PARAMETER, `have at most ${FILTER_POLICY_COMBINATIONS.max} combinations of values`, `${count}`, 'Remove values: the lengths of the lists, each multiplied by its depth, are multiplied');
  }
  throw new NotKnownError(`whether \`${PARAMETER}\` may have ${count} combinations of values, counted over its \`$or\``, 'Remove values.');
}

/** Attributes have no fields. */
function checkFlat(policy: object, place: string): void {
  for (const [name, value] of Object.entries(policy) as Array<[string, unknown]>) {
    if (isObject(value)) {
      throw invalid(`${place}.${name}`, 'be a list of values, because message attributes have no fields', shown(value), 'List values, or set the scope of the filter policy to MessageBody');
    }
    alternativesOf(name, value)?.forEach((alternative, index) => checkFlat(alternative, `${place}.$or[${index}]`));
  }
}

/** The alternatives of an `$or`; `undefined` for a list of values, which a field of that name may have. */
function alternativesOf(name: string, value: unknown): object[] | undefined {
  const isOr = name === '$or' && Array.isArray(value) && value.every(each => isObject(each) && Object.values(each).every(child => Array.isArray(child) || isObject(child)));
  return isOr ? value as object[] : undefined;
}

/** The lengths of the lists, each multiplied by its depth, multiplied; alternatives are added. */
function combinations(policy: object, depth: number, before: number): number {
  return Object.entries(policy).reduce((count, [name, value]: [string, unknown]) => {
    if (!Array.isArray(value)) {
      return combinations(value as object, depth + 1, count);
    }
    const alternatives = alternativesOf(name, value);
    return alternatives?.reduce((sum, alternative) => sum + combinations(alternative, depth, count), 0) ?? count * value.length * depth;
  }, before);
}
