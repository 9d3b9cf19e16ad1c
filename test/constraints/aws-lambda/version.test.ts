import { VERSION } from '../../../lib/constraints/aws-lambda/version';
import { violation } from '../../../lib/constraints/violation';

test.each(['1', '$LATEST', '1'.repeat(1024)])('%p is a version', version => {
  expect(violation(VERSION, version)).toBeUndefined();
});

test.each([['', '""'], ['live', '"live"'], ['$LATEST.PUBLISHED', '"$LATEST.PUBLISHED"'], ['$LATEST1', '"$LATEST1"'], ['1'.repeat(1025), `"${'1'.repeat(100)}"… (1025 characters)`]])('refuses %p', (version, got) => {
  expect(violation(VERSION, version)).toBe(`\`version\` must be 1 to 1024 characters: a version number or \`$LATEST\`, got: ${got}`);
});
