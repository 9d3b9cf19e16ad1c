import { dynamicReferences, secureServiceIn } from '../../../lib/constraints/aws-cloudformation/dynamic-reference';

test('finds each dynamic reference in a text', () => {
  expect(dynamicReferences('{{resolve:ssm:/a:1}}-{{resolve:secretsmanager:b:SecretString:c::}}/{{resolve:ssm-secure:d}}')).toEqual([
    '{{resolve:ssm:/a:1}}', '{{resolve:secretsmanager:b:SecretString:c::}}', '{{resolve:ssm-secure:d}}',
  ]);
});

test.each(['', '{{resolve}}', '{{resolve:ssm}}', '{{resolve:ssm:/a}', '{{resolve:other:a}}', '{resolve:ssm:a}'])('finds none in %j', text => {
  expect(dynamicReferences(text)).toEqual([]);
});

test.each([
  ['{{resolve:secretsmanager:db}}', 'secretsmanager'],
  ['postgres://user:{{resolve:ssm-secure:/db}}@host', 'ssm-secure'],
  ['{{resolve:ssm:/name}} {{resolve:secretsmanager:db', 'secretsmanager'],
  ['{{resolve:secretsmanager', 'secretsmanager'],
])('finds the secure service in %j', (text, service) => {
  expect(secureServiceIn(text)).toBe(service);
});

test.each(['{{resolve:ssm:secretsmanager}}', '{{resolve:ssm-secure-other:a}}', 'resolve:secretsmanager:db', '{{ resolve:secretsmanager:db }}'])('finds no secure service in %j', text => {
  expect(secureServiceIn(text)).toBeUndefined();
});
