import {
  ALIAS_NOT_CONFIGURED,
  DUPLICATE_CONFIG,
  EMPTY_CONFIG,
  FOREIGN_FUNCTION,
  LIST_MAX_ITEMS,
  MAX_EVENT_AGE,
  remedyForDuplicates,
  RETRY_ATTEMPTS,
  UNKNOWN_QUALIFIER,
} from '../../../lib/constraints/aws-lambda/event-invoke-config';
import { broken } from '../../../lib/constraints/rule';
import { violation } from '../../../lib/constraints/violation';

describe('retry attempts', () => {
  test.each([0, 1, 2])('%p is accepted', value => {
    expect(violation(RETRY_ATTEMPTS, value)).toBeUndefined();
  });

  test.each([-1, 3, 1.5])('%p is refused', value => {
    expect(violation(RETRY_ATTEMPTS, value)).toBe(`\`retryAttempts\` must be an integer between 0 and 2, got: ${value}`);
  });

  test('are two by default', () => {
    expect(RETRY_ATTEMPTS.default).toBe(2);
  });
});

describe('the event age', () => {
  test.each([60, 61, 21599, 21600])('%p is accepted', value => {
    expect(violation(MAX_EVENT_AGE, value)).toBeUndefined();
  });

  test.each([0, 59, 60.5, 21601])('%p is refused', value => {
    expect(violation(MAX_EVENT_AGE, value)).toBe(`\`maxEventAge\` must be an integer between 60 and 21600 seconds, got: ${value}`);
  });

  test('is six hours by default', () => {
    expect(MAX_EVENT_AGE.default).toBe(6 * 60 * 60);
  });
});

test.each([0, 51])('a page of %p configs is refused', value => {
  expect(violation(LIST_MAX_ITEMS, value)).toBe(`\`maxItems\` must be an integer between 1 and 50, got: ${value}`);
});

test.each([1, 50])('a page of %p configs is accepted', value => {
  expect(violation(LIST_MAX_ITEMS, value)).toBeUndefined();
});

test('a config without settings is refused in the words of the service', () => {
  expect(broken(EMPTY_CONFIG, 'AsyncInvokeConfig', 'none')).toBe(
    '`AsyncInvokeConfig` must have at least one of `maxEventAge`, `retryAttempts`, `onFailure` and `onSuccess`, got: none. ' +
    'Lambda refuses a config without any setting: "You must specify at least one of error handling or destination setting." ' +
    'Give the setting that you want, or leave the config out.',
  );
});

test.each([
  [DUPLICATE_CONFIG, 'DuplicateConfig', 'overwrites'],
  [FOREIGN_FUNCTION, 'ForeignFunction', "configures the function of that name in the stack's own account"],
  [UNKNOWN_QUALIFIER, 'UnknownQualifier', '"The function doesn\'t exist."'],
  [ALIAS_NOT_CONFIGURED, 'AliasNotConfigured', 'never falls back'],
])('%p tells what would happen', (rule, id, consequence) => {
  expect(rule.id).toBe(id);
  expect(rule.consequence).toContain(consequence);
});

test.each([
  [['S/Fn/EventInvokeConfig', 'S/Config'], undefined],
  [['S/Fn/EventInvokeConfig', 'S/Live/LatestAsyncInvokeConfig'], 'Set `configureLatest: false` on the `AsyncAlias` or `AsyncFunction`, or remove the other config.'],
  [['S/Live/LatestAsyncInvokeConfig/Resource', 'S/Config'], 'Set `configureLatest: false` on the `AsyncAlias` or `AsyncFunction`, or remove the other config.'],
  [['S/NotLatestAsyncInvokeConfig', 'S/Config'], undefined],
])('the remedy for the configs %j', (paths, remedy) => {
  expect(remedyForDuplicates(paths)?.remedy).toBe(remedy);
});
