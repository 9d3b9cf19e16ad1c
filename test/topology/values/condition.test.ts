import { readTemplateFiles } from '../../../lib/topology';
import { literal, unknown } from '../../../lib/topology/values/value';
import { templateFile } from '../located';
import { resource, resources, valueOf } from '../templates';

const PARAMETERS = { Stage: { Type: 'String', Default: 'prod' }, Open: { Type: 'String' } };
const PROD = { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] };
const DEV = { 'Fn::Equals': [{ Ref: 'Stage' }, 'dev'] };
const OPEN = { 'Fn::Equals': [{ Ref: 'Open' }, 'yes'] };

function branch(condition: unknown) {
  const sections = { Parameters: PARAMETERS, Conditions: { C: condition, Other: PROD } };
  return valueOf({ 'Fn::If': ['C', 'then', 'else'] }, sections);
}

test.each([
  ['equal', PROD, 'then'],
  ['different', DEV, 'else'],
  ['not', { 'Fn::Not': [DEV] }, 'then'],
  ['and', { 'Fn::And': [PROD, DEV] }, 'else'],
  ['and, decided by one', { 'Fn::And': [OPEN, DEV] }, 'else'],
  ['or', { 'Fn::Or': [DEV, PROD] }, 'then'],
  ['or, decided by one', { 'Fn::Or': [OPEN, PROD] }, 'then'],
  ['another condition', { Condition: 'Other' }, 'then'],
])('evaluates a condition: %s', (_, condition, expected) => {
  expect(branch(condition)).toEqual(literal(expected));
});

test.each([
  ['a parameter without default', OPEN],
  ['and', { 'Fn::And': [PROD, OPEN] }],
  ['or', { 'Fn::Or': [DEV, OPEN] }],
  ['not', { 'Fn::Not': [OPEN] }],
  ['itself', { Condition: 'C' }],
  ['what it negates missing', { 'Fn::Not': [] }],
  ['a form that nobody knows', 'yes'],
])('leaves a condition unknown: %s', (_, condition) => {
  expect(branch(condition)).toEqual(unknown('condition `C` is known at deploy time only'));
});

test('leaves an undeclared condition unknown', () => {
  expect(valueOf({ 'Fn::If': ['Nope', 'a', 'b'] })).toEqual(unknown('its condition is not declared in the template'));
});

test('leaves out a resource whose condition is false, and marks one whose condition is unknown', () => {
  const { queues } = resources({
    On: resource('SQS::Queue', {}, { Condition: 'Prod' }),
    Off: resource('SQS::Queue', {}, { Condition: 'Dev' }),
    Perhaps: resource('SQS::Queue', {}, { Condition: 'Open' }),
  }, { Parameters: PARAMETERS, Conditions: { Prod: PROD, Dev: DEV, Open: OPEN } });
  expect([...queues.values()].map(({ logicalId, condition }) => [logicalId, condition])).toEqual([
    ['On', undefined],
    ['Perhaps', unknown('condition `Open` is known at deploy time only')],
  ]);
});

test('leaves a chain of ten thousand conditions unknown', () => {
  const conditions = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`C${i}`, { 'Fn::Not': [{ Condition: `C${i + 1}` }] }]));
  expect(valueOf({ 'Fn::If': ['C0', 'a', 'b'] }, { Conditions: conditions })).toEqual(unknown('condition `C0` is known at deploy time only'));
});

test('a resource of a nested stack exists only if the resources do that nest it', () => {
  const sections = { Parameters: PARAMETERS, Conditions: { Prod: PROD, Dev: DEV, Open: OPEN } };
  const nest = (file: string, Condition?: string) => resource('CloudFormation::Stack', { TemplateURL: file }, { Condition });
  const { queues } = readTemplateFiles([
    templateFile('outer.yaml', { On: nest('middle.yaml', 'Prod'), Off: nest('middle.yaml', 'Dev'), Perhaps: nest('middle.yaml', 'Open') }, sections),
    templateFile('middle.yaml', { Always: nest('inner.yaml'), Never: nest('inner.yaml', 'Dev') }, sections),
    templateFile('inner.yaml', { Q: resource('SQS::Queue'), Own: resource('SQS::Queue', {}, { Condition: 'Open' }) }, sections),
  ]);
  const open = unknown('condition `Open` is known at deploy time only');
  expect([...queues.values()].map(({ key, condition }) => [key, condition])).toEqual([
    ['outer.yaml.On.Always.Own', open],
    ['outer.yaml.On.Always.Q', undefined],
    ['outer.yaml.Perhaps.Always.Own', open],
    ['outer.yaml.Perhaps.Always.Q', open],
  ]);
});
