import * as fs from 'node:fs';
import * as path from 'node:path';
import { checked, invokedByRule } from './checked-apps';
import { OrderPipeline } from '../../examples/order-pipeline/order-pipeline';
import { CHECKS } from '../../lib/checks';
import { functionIn } from '../topology/synthesized';

const RULES = path.join(__dirname, '../../lib/checks/rules');
const files = fs.readdirSync(RULES).map(file => path.basename(file, '.ts')).sort();
const ids = CHECKS.map(({ rule }) => rule.id);

test('every file of rules/ is listed, under the id that it is named after', () => {
  expect(ids.map(kebabCase).sort()).toEqual(files);
});

test('no id is listed twice', () => {
  expect(new Set(ids).size).toBe(ids.length);
});

test('errors come first', () => {
  const severities = CHECKS.map(({ severity }) => severity);

  expect(severities).toEqual([...severities].sort());
});

test.each(files)('%s has its test', file => {
  expect(fs.existsSync(path.join(__dirname, 'rules', `${file}.test.ts`))).toBe(true);
});

test('the order pipeline, with our own constructs, is sound', () => {
  expect(checked(stack => new OrderPipeline(stack.node.root as never, 'OrderPipeline'))).toEqual([]);
});

test('reports each of several mistakes once', () => {
  const found = checked(stack => {
    invokedByRule(functionIn(stack, 'Fn', { reservedConcurrentExecutions: 0 }), { retryAttempts: 0 });
  });
  expect(found.map(({ id }) => id)).toEqual(['ZeroReservedConcurrency', 'NoFailureDestination', 'RuleRetriesOnly']);
});

function kebabCase(id: string): string {
  return id.replace(/(?<!^)[A-Z]/g, letter => `-${letter}`).toLowerCase();
}
