import {
  ADDITIONAL_VERSION,
  ADDITIONAL_VERSION_WEIGHT,
  ADDITIONAL_VERSIONS,
  ALIAS_DESCRIPTION,
  ALIAS_NAME,
  ALIAS_OF_LATEST,
  ALIAS_VERSION,
  remedyForVersion,
  SAME_VERSION_TWICE,
  WEIGHTED_LATEST,
} from '../../../lib/constraints/aws-lambda/alias';
import { broken } from '../../../lib/constraints/rule';
import { violation } from '../../../lib/constraints/violation';

describe('the name', () => {
  test.each(['l', 'live', '2024a', 'a-b_C', '-', '1_', 'a'.repeat(128)])('%p is accepted', name => {
    expect(violation(ALIAS_NAME, name)).toBeUndefined();
  });

  test.each([
    ['', '""'], ['2024', '"2024"'], ['$LATEST', '"$LATEST"'], ['a.b', '"a.b"'], ['a b', '"a b"'], ['é', '"é"'],
    ['a'.repeat(129), `"${'a'.repeat(100)}"… (129 characters)`],
  ])('%p is refused', (name, got) => {
    expect(violation(ALIAS_NAME, name)).toBe(
      `\`aliasName\` must be 1 to 128 characters: letters, digits, hyphens and underscores, not all digits, got: ${got}`,
    );
  });
});

describe('the description', () => {
  test.each(['', 'any\ntext, é', 'a'.repeat(256)])('%p is accepted', description => {
    expect(violation(ALIAS_DESCRIPTION, description)).toBeUndefined();
  });

  test('of 257 characters is refused', () => {
    expect(violation(ALIAS_DESCRIPTION, 'a'.repeat(257))).toBe(
      `\`description\` must be at most 256 characters, got: "${'a'.repeat(100)}"… (257 characters)`,
    );
  });
});

describe('the version', () => {
  test.each(['1', '10', '$LATEST', '$LATEST.PUBLISHED', '1'.repeat(1024)])('%p is accepted', version => {
    expect(violation(ALIAS_VERSION, version)).toBeUndefined();
  });

  test.each(['', 'live', '1a', '$LATEST1', '1$LATEST'])('%p is refused', version => {
    expect(violation(ALIAS_VERSION, version)).toBe(
      `\`version\` must be 1 to 1024 characters: a version number or \`$LATEST\`, never an alias, got: "${version}"`,
    );
  });

  test('with more than 1024 digits is refused', () => {
    expect(violation(ALIAS_VERSION, '1'.repeat(1025))).toContain('(1025 characters)');
  });
});

describe('an additional version', () => {
  test.each(['1', '9'.repeat(1024)])('%p is accepted', version => {
    expect(violation(ADDITIONAL_VERSION, version)).toBeUndefined();
  });

  test.each(['', '$LATEST', 'live'])('%p is refused', version => {
    expect(violation(ADDITIONAL_VERSION, version)).toBe(
      `\`additionalVersions[0].version\` must be 1 to 1024 characters: a version number, never \`$LATEST\`, got: "${version}"`,
    );
  });

  test('is the only one', () => {
    expect(violation(ADDITIONAL_VERSIONS, [])).toBeUndefined();
    expect(violation(ADDITIONAL_VERSIONS, ['1'])).toBeUndefined();
    expect(violation(ADDITIONAL_VERSIONS, ['1', '2'])).toBe('`additionalVersions` must have at most 1 version, got: 2');
  });

  test.each([0, 0.1, 1])('has a weight of %p', weight => {
    expect(violation(ADDITIONAL_VERSION_WEIGHT, weight)).toBeUndefined();
  });

  test.each([-0.01, 1.01, 2, NaN])('has no weight of %p', weight => {
    expect(violation(ADDITIONAL_VERSION_WEIGHT, weight)).toBe(`\`additionalVersions[0].weight\` must be a number between 0 and 1, got: ${weight}`);
  });
});

test('a weighted alias of `$LATEST` is refused in the words of the service', () => {
  expect(broken(WEIGHTED_LATEST, 'version', '$LATEST')).toBe(
    '`version` must be a published version when the alias has an additional one, got: $LATEST. ' +
    'Lambda refuses it: "$LATEST is not supported for an alias pointing to more than 1 version". ' +
    'Use a published version, e.g. `currentVersion` of the function.',
  );
});

test('the same version twice is refused in the words of the service', () => {
  expect(broken(SAME_VERSION_TWICE, 'additionalVersions[0].version', '1')).toBe(
    '`additionalVersions[0].version` must differ from the main version of the alias, got: 1. ' +
    'Lambda refuses it: the version "is already included in routing configuration." ' +
    'Leave `additionalVersions` out, or give another version.',
  );
});

const LIMITS = [ALIAS_NAME, ALIAS_VERSION, ADDITIONAL_VERSIONS, ADDITIONAL_VERSION, ADDITIONAL_VERSION_WEIGHT];

test.each([WEIGHTED_LATEST, SAME_VERSION_TWICE, ...LIMITS.map(({ rule }) => rule)])('$rule: one finding with the others', rule => {
  expect(rule.id).toBe('AliasRouting');
});

test('an alias of `$LATEST` is accepted by Lambda, so it is only a warning', () => {
  expect(ALIAS_OF_LATEST.consequence).toMatch(/^Lambda accepts /);
  expect(ALIAS_OF_LATEST.remedy).toContain('acknowledge this warning');
});

test.each([
  ['arn:aws:lambda:eu-west-1:123456789012:function:orders:7', 'Write `version.version`: a `Ref` of a version yields its ARN.'],
  ['live', 'Use the version that the other alias points to.'],
  ['$LATEST', undefined],
  ['1.5', undefined],
])('the remedy for the version %s', (version, remedy) => {
  expect(remedyForVersion(version)?.remedy).toBe(remedy);
});
