import { shop } from './shop';

const orders = () => shop().function('Orders');

test('an alias is moved to a version that there is', () => {
  expect(() => orders().moveAlias('prod', '1')).toThrow('`Orders` has no alias `prod`: it has live.');
  expect(() => orders().moveAlias('live', '2')).toThrow('`Orders` has no version 2: it has 1. Publish one with `publishVersion()`.');
  expect(() => orders().moveAlias('live', '1', { version: '7', weight: 0.1 })).toThrow('`Orders` has no version 7: it has 1.');
  expect(() => orders().moveAlias('live', '$LATEST')).not.toThrow();
});

test('versions are numbered on', () => {
  const fn = orders();
  expect([fn.publishVersion(), fn.publishVersion()]).toEqual(['2', '3']);
});

test.each([-1, 0.5, NaN])('%p is no reserve', runs => {
  expect(() => orders().reserveConcurrency(runs)).toThrow(`\`runs\` must be an integer of at least 0, got: ${runs}`);
});

test('a reserve can be given back', async () => {
  const sim = shop({ orders: { ReservedConcurrentExecutions: 0 } });
  sim.function('Orders').reserveConcurrency(undefined).respond(() => 1);
  const outcome = await sim.invoke('Orders');
  await sim.clock.settle();
  expect(outcome.condition).toBe('Success');
});

test('it has the name and ARN of the deployment', () => {
  expect([orders().name, orders().arn]).toEqual(['Shop-Orders', 'arn:aws:lambda:us-east-1:123456789012:function:Shop-Orders']);
});
