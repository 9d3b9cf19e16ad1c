import { Acknowledgements, type Finding } from '../../lib/checks';

const RULES = 'aws:cdk:acknowledged-rules';
const FINDING: Finding = {
  id: 'DestinationLoop',
  severity: 'warning',
  stack: 'Prod/Orders',
  logicalId: 'L',
  path: 'Prod/Orders/Fn/Resource',
  property: 'P',
  value: 'v',
  message: 'm',
  source: 's',
};

test.each([
  ['the construct itself', 'Prod/Orders/Fn/Resource'],
  ['the construct around it', 'Prod/Orders/Fn'],
  ['its stack', 'Prod/Orders'],
  ['its stage', 'Prod'],
  ['the app', ''],
])('a rule that is acknowledged at %s covers a finding', (_, path) => {
  expect(covers(path)).toBe(true);
});

test.each([
  ['a neighbour', 'Prod/Orders/Other'],
  ['a construct whose name begins alike', 'Prod/Orders/F'],
  ['another stage', 'Test'],
  ['something within it', 'Prod/Orders/Fn/Resource/Inner'],
])('a rule that is acknowledged at %s does not', (_, path) => {
  expect(covers(path)).toBe(false);
});

test.each([
  ['annotation::cdk-async-invoke:DestinationLoop', true],
  ['Annotation::cdk-async-invoke:DestinationLoop', true],
  ['cdk-async-invoke::DestinationLoop', true],
  ['Annotation::DestinationLoop', false],
  ['Annotation::cdk-async-invoke:DestinationLoops', false],
  ['cdk-nag::DestinationLoop', false],
  ['cdk-async-invoke:', false],
])('the id %s: %p', (id, covered) => {
  expect(covers('Prod', id)).toBe(covered);
});

test('a finding without a construct path is covered by its stack', () => {
  const acknowledgements = new Acknowledgements([noted('Prod/Orders')]);

  expect(acknowledgements.cover({ ...FINDING, path: undefined })).toBe(true);
});

test.each([undefined, null, 'text', 7, []])('the data %p acknowledges nothing', data => {
  expect(new Acknowledgements([{ path: 'Prod', type: RULES, data }]).cover(FINDING)).toBe(false);
});

test('other metadata acknowledge nothing', () => {
  expect(new Acknowledgements([{ ...noted('Prod'), type: 'aws:cdk:info' }]).cover(FINDING)).toBe(false);
});

function covers(path: string, id?: string): boolean {
  return new Acknowledgements([noted('Elsewhere', id), noted(path, id)]).cover(FINDING);
}

function noted(path: string, id = 'annotation::cdk-async-invoke:DestinationLoop') {
  return { path, type: RULES, data: { 'Other-Rule': 'other', [id]: 'reason' } };
}
