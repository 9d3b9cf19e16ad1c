import {
  CONTROL_PLANE_FUNCTION_REFERENCE,
  FUNCTION_ARN,
  FUNCTION_NAME,
  FUNCTION_REFERENCE,
  LATEST,
  QUALIFIER,
  REGION_PATTERN,
} from '../../../lib/constraints/aws-lambda/identifiers';
import { violation } from '../../../lib/constraints/violation';

const ARN = 'arn:aws:lambda:us-east-1:123456789012:function:f';

test.each(['us-east-1', 'ap-southeast-7', 'us-gov-west-1', 'us-iso-east-1', 'us-isob-east-1', 'eusc-de-east-1', 'cn-north-1'])('%p is a Region', region => {
  expect(region).toMatch(new RegExp(`^${REGION_PATTERN}$`));
});

test.each(['us-east', 'invalid-region', 'invalid-region-1', 'us-east-10', 'US-EAST-1', 'usa-east-1', ''])('refuses %p', region => {
  expect(region).not.toMatch(new RegExp(`^${REGION_PATTERN}$`));
});

describe('a bare name', () => {
  test.each(['f', 'my-function_1', '1', 'f'.repeat(64)])('%p is accepted', name => {
    expect(violation(FUNCTION_NAME, name)).toBeUndefined();
  });

  test.each([['', '""'], ['my.fn', '"my.fn"'], ['my-function!', '"my-function!"'], ['f:1', '"f:1"'], ['f'.repeat(65), `"${'f'.repeat(65)}" (65 characters)`]])('%p is refused', (name, got) => {
    expect(violation(FUNCTION_NAME, name)).toBe(`\`functionName\` must be 1 to 64 characters: letters, digits, hyphens and underscores, got: ${got}`);
  });
});

describe('a reference', () => {
  test.each([
    'f', 'f:v1', 'f:$LATEST', 'f:$LATEST.PUBLISHED', '123456789012:f', 'us-east-1:f', 'us-east-1:123456789012:function:f:1',
    'arn:aws:lambda:us-east-1:123456789012:f', 'function:f', 'lambda:f', 'my.fn', 'f'.repeat(256),
  ])('%p is accepted by Invoke', reference => {
    expect(violation(FUNCTION_REFERENCE, reference)).toBeUndefined();
  });

  test.each([
    '', 'f:', 'f:1:2', 'f:$LATES', 'f:$latest', 'arn:aws:lambda::123456789012:function:f', 'arn:aws:lambda:us-east-1::function:f',
    'arn:aws:ec2:us-east-1:123456789012:instance:i', 'f!', ' f',
  ])('%p is refused', reference => {
    expect(violation(FUNCTION_REFERENCE, reference)).toBe(
      `\`functionName\` must be 1 to 256 characters: a function name, \`account:function:name\`, or a function ARN, with at most one qualifier, got: "${reference}"`,
    );
  });

  test('with the longest name, Region, partition and alias still fits', () => {
    const longest = `arn:aws-us-gov:lambda:us-gov-west-1:123456789012:function:${'f'.repeat(64)}:${'a'.repeat(128)}`;

    expect(longest.length).toBeLessThanOrEqual(256);
    expect(violation(FUNCTION_REFERENCE, longest)).toBeUndefined();
  });

  test('of 257 characters is refused', () => {
    expect(violation(FUNCTION_REFERENCE, 'f'.repeat(257))).toContain('must be 1 to 256 characters');
  });

  test('of 140 characters is the longest that the other operations take', () => {
    expect(violation(CONTROL_PLANE_FUNCTION_REFERENCE, 'f'.repeat(140))).toBeUndefined();
    expect(violation(CONTROL_PLANE_FUNCTION_REFERENCE, 'f'.repeat(141))).toContain('must be 1 to 140 characters');
    expect(violation(CONTROL_PLANE_FUNCTION_REFERENCE, 'my.fn')).toContain('got: "my.fn"');
    expect(violation(CONTROL_PLANE_FUNCTION_REFERENCE, `${ARN}:live`)).toBeUndefined();
  });
});

describe('an ARN in an answer', () => {
  test.each([ARN, `${ARN}:$LATEST`, `${ARN}:live`, ARN.padEnd(10_000, 'f')])('%p is accepted', arn => {
    expect(violation(FUNCTION_ARN, arn)).toBeUndefined();
  });

  test.each(['f', 'arn:aws:lambda:us-east-1:123456789012:f', `${ARN}:1:2`])('%p is refused', arn => {
    expect(violation(FUNCTION_ARN, arn)).toBe(`\`functionArn\` must be at most 10000 characters: a function ARN, with or without a qualifier, got: "${arn}"`);
  });

  test('of 10001 characters is refused', () => {
    expect(violation(FUNCTION_ARN, ARN.padEnd(10_001, 'f'))).toContain('(10001 characters)');
  });
});

describe('a qualifier', () => {
  test.each([LATEST, '$LATEST.PUBLISHED', '1', 'live', 'q'.repeat(128)])('%p is accepted', qualifier => {
    expect(violation(QUALIFIER, qualifier)).toBeUndefined();
  });

  test.each([
    ['', '""'], ['invalid!', '"invalid!"'], ['$latest', '"$latest"'], ['$LATES', '"$LATES"'], ['a$b', '"a$b"'], ['$LATEST.published', '"$LATEST.published"'],
    ['a.b', '"a.b"'], ['q'.repeat(129), `"${'q'.repeat(100)}"… (129 characters)`],
  ])('%p is refused', (qualifier, got) => {
    expect(violation(QUALIFIER, qualifier)).toBe(
      `\`qualifier\` must be 1 to 128 characters: \`$LATEST\`, \`$LATEST.PUBLISHED\`, a version number, or an alias name of letters, digits, hyphens and underscores, got: ${got}`,
    );
  });
});
