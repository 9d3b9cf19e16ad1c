import { ACCOUNT, FUNCTION_NAME, LATEST, MNS_NAME, QUALIFIER, REGION } from '../../../lib/constraints/alibaba-fc/identifiers';
import { violation } from '../../../lib/constraints/violation';

test.each(['f', '_f', 'My-function_1', 'f'.repeat(64)])('%p is the name of a function', name => {
  expect(violation(FUNCTION_NAME, name)).toBeUndefined();
});

test.each([['', '""'], ['1f', '"1f"'], ['-f', '"-f"'], ['f.g', '"f.g"'], ['f'.repeat(65), `"${'f'.repeat(65)}" (65 characters)`]])('refuses %p', (name, got) => {
  expect(violation(FUNCTION_NAME, name)).toBe(
    `\`functionName\` must be 1 to 64 characters: letters, digits, underscores and hyphens, starting with a letter or underscore, got: ${got}`,
  );
});

test.each([LATEST, '1', '42', 'prod', '_a-1'])('%p is a qualifier', qualifier => {
  expect(violation(QUALIFIER, qualifier)).toBeUndefined();
});

test.each(['$LATEST', '1a', '', '-prod'])('refuses %p', qualifier => {
  expect(violation(QUALIFIER, qualifier)).toBe(
    '`qualifier` must be 1 to 128 characters: `LATEST`, a version number, or an alias name of letters, digits, underscores and hyphens, '
    + `starting with a letter or underscore, got: "${qualifier}"`,
  );
});

test.each(['cn-hangzhou', 'ap-southeast-1', 'cn-hangzhou-finance', 'eu-central-1'])('%p is a Region', region => {
  expect(violation(REGION, region)).toBeUndefined();
});

test.each(['', 'hangzhou', 'cn_hangzhou', 'CN-HANGZHOU', 'cn-'])('refuses %p', region => {
  expect(violation(REGION, region)).toBe(`\`region\` must be 4 to 64 characters: a Region of Alibaba Cloud, e.g. cn-hangzhou or eu-central-1, got: "${region}"`);
});

test('an account is digits', () => {
  expect(violation(ACCOUNT, '1234567890123456')).toBeUndefined();
  expect(violation(ACCOUNT, 'ops')).toBe('`account` must be 1 to 32 characters: digits, the ID of the Alibaba Cloud account, got: "ops"');
});

test.each(['q', '1q', 'a-b', 'q'.repeat(256)])('%p is the name of a queue', name => {
  expect(violation(MNS_NAME, name)).toBeUndefined();
});

test.each(['-q', 'q_r', 'q/r', ''])('refuses %p', name => {
  expect(violation(MNS_NAME, name)).toBe(`\`queueName\` must be 1 to 256 characters: letters, digits and hyphens, starting with a letter or digit, got: "${name}"`);
});
