import { resource, resources } from './templates';
import { pathOf, writtenPath } from '../../lib/topology';

const at = (path: string) => ({ Metadata: { 'aws:cdk:path': path } });
const APP = resources({
  Orders: resource('Lambda::Function', {}, at('S/Orders/Resource')),
  Topic: resource('SNS::Topic', {}, at('S/Resource/Topic')),
  Queue: resource('SQS::Queue'),
});

test.each([
  ['S/Orders/Resource', 'S/Orders'],
  ['S/Resource/Resource', 'S/Resource'],
  ['S/Resource/Deep', 'S/Resource/Deep'],
  ['S/MyResource', 'S/MyResource'],
  ['S/Orders/Trial/Resource/Default', 'S/Orders/Trial'],
  ['S/Orders/Default', 'S/Orders'],
  ['S/Default/Orders', 'S/Default/Orders'],
  [undefined, undefined],
])('writes %p as %p', (path, written) => {
  expect(writtenPath(path)).toBe(written);
});

test.each([
  ['S.Orders', 'S/Orders'],
  ['S.Topic', 'S/Resource/Topic'],
  ['S.Queue', 'S.Queue'],
  ['T.Elsewhere', 'T.Elsewhere'],
])('the path of %s is %s', (key, path) => {
  expect(pathOf(APP, key)).toBe(path);
});
