import { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { annotated } from '../../../lib/aws/checks/annotated';
import type { Finding } from '../../../lib/checks';
import type { Rule } from '../../../lib/constraints/rule';
import { warn } from '../../../lib/provider/warning';
import { agnosticStack } from '../fixture';

const RULE: Rule = { id: 'Any', rule: 'be b', consequence: 'Otherwise c.', remedy: 'Do d.', source: 'a page', evidence: { grade: 'documented', says: 'It fails.' } };
const OTHER: Rule = { ...RULE, id: 'Other' };

function construct(stack = agnosticStack(), id = 'Config'): CfnResource {
  return new CfnResource(stack, id, { type: 'Any::Kind::Resource' });
}

/** What the plugin asks for a finding when constructs have been warned of. */
function isAnnotated(constructs: IConstruct[], finding: Partial<Finding>): boolean {
  const metadata = constructs.flatMap(({ node }) => node.metadata.map(({ type, data }) => ({ path: node.path, type, data })));
  return annotated(metadata)({ id: RULE.id, ...finding } as Finding);
}

test('a warning at the construct covers its finding', () => {
  const config = construct();
  warn(config, RULE, 'a', 'e');

  expect(isAnnotated([config], { path: 'Stack/Config' })).toBe(true);
  expect(isAnnotated([config], { path: 'Stack/Other' })).toBe(false);
  expect(isAnnotated([config], {})).toBe(false);
});

test('a warning of another rule does not', () => {
  const config = construct();
  warn(config, OTHER, 'a', 'e');

  expect(isAnnotated([config], { path: 'Stack/Config' })).toBe(false);
});

test('all warnings of a construct count', () => {
  const config = construct();
  [RULE, OTHER].forEach(rule => warn(config, rule, 'a', 'e'));

  expect([RULE, OTHER].map(({ id }) => isAnnotated([config], { id, path: 'Stack/Config' }))).toEqual([true, true]);
});

test('only warnings count', () => {
  const config = construct();
  warn(config, RULE, 'a', 'e');
  const { data } = config.node.metadata.find(({ type }) => type === 'aws:cdk:warning')!;
  const noted = (type: string, text: unknown = data) => annotated([{ path: 'Stack/Config', type, data: text }])({ id: RULE.id, path: 'Stack/Config' } as Finding);

  expect([noted('aws:cdk:warning'), noted('aws:cdk:info'), noted('aws:cdk:warning', { text: data })]).toEqual([true, false, false]);
});

test.each([
  ['the construct that it names', 'Stack/Fn', true],
  ['the resource in that construct', 'Stack/Fn/Resource', true],
  ['a construct around it', 'Stack', false],
  ['a construct whose path ends that one', 'Fn', false],
  ['a construct whose path begins with that one', 'Stack/FnAlias', false],
])('a warning at another construct covers a finding at %s: %s', (_, path, expected) => {
  const config = construct();
  warn(config, RULE, 'a', '0 at Stack/Fn');

  expect(isAnnotated([config], { path })).toBe(expected);
});

test('a warning that names a longer path does not cover a construct whose path is the end of it', () => {
  const config = construct();
  warn(config, RULE, 'a', '0 at OtherStack/Fn');

  expect(isAnnotated([config], { path: 'Stack/Fn' })).toBe(false);
});
