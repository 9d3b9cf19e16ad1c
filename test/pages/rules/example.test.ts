import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { RULEBOOK } from '../../../lib/checks';
import { exampleOf, fileName, sourceOf } from '../../../pages/rules/example';
import { messages } from '../../../pages/rules/messages';

const ids = RULEBOOK.map(({ id }) => id);

test('each rule has its example, and there are no others', () => {
  const files = readdirSync(join(__dirname, '../../../pages/rules/examples'));

  expect(files.sort()).toEqual(ids.map(id => `${fileName(id)}.ts`).sort());
});

describe.each(ids)('the example of %s', id => {
  test('has the finding', () => {
    expect(messages(id, exampleOf(id).found)).not.toEqual([]);
  });

  test('has a neighbour without it', () => {
    expect(messages(id, exampleOf(id).innocent)).toEqual([]);
  });

  test('is shown with a caption', () => {
    for (const { caption, source } of Object.values(sourceOf(id))) {
      expect(caption).toMatch(/^[A-Z`\d].*\.$/);
      expect(source).toMatch(/^\S.*[;}]$/s);
    }
  });
});

test('what is shown is the body of the function, without its indentation', () => {
  expect(sourceOf('FifoQueueDestination').innocent).toEqual({
    caption: 'A standard queue takes them.',
    source: `const queue = new sqs.Queue(stack, 'Queue');
new lambda.Function(stack, 'Fn', { ...code, onFailure: new destinations.SqsDestination(queue) });`,
  });
});
