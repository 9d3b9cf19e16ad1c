import { idOf, OWNER, qualifiedId } from '../../lib/checks/rule-id';

test('an id goes out with its owner', () => {
  expect(qualifiedId('FifoQueueDestination')).toBe('cdk-async-invoke:FifoQueueDestination');
});

test.each([
  ['FifoQueueDestination', 'FifoQueueDestination'],
  ['cdk-async-invoke:FifoQueueDestination', 'FifoQueueDestination'],
  ['cdk-async-invoke::FifoQueueDestination', 'FifoQueueDestination'],
  ['cdk-nag:FifoQueueDestination', 'cdk-nag:FifoQueueDestination'],
  ['my-cdk-async-invoke:FifoQueueDestination', 'my-cdk-async-invoke:FifoQueueDestination'],
  ['cdk-async-invoke', 'cdk-async-invoke'],
  ['', ''],
])('%p comes in as %p', (text, id) => {
  expect(idOf(text)).toBe(id);
});

test('the owner is the package', () => {
  expect(OWNER).toBe('cdk-async-invoke');
});
