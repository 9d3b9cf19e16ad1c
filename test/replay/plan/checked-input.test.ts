import { checkedInput } from '../../../lib/replay/plan/checked-input';

const ORDERS = 'arn:aws:lambda:eu-west-1:111122223333:function:orders:live';

test.each([
  [{}, { mode: 'plan' }],
  [{ mode: 'plan', limit: 1 }, { mode: 'plan', limit: 1 }],
  [{ limit: 100_000_000 }, { mode: 'plan', limit: 100_000_000 }],
  [{ limit: 100_000, order: 'newest' }, { mode: 'plan', limit: 100_000, order: 'newest' }],
  [{ target: ORDERS }, { mode: 'plan', target: ORDERS }],
  [{ target: ':live' }, { mode: 'plan', target: ':live' }],
  [{ select: { functions: ['orders'], minAge: 0.5, from: '2026-11-30' } }, { mode: 'plan', select: { functions: ['orders'], minAge: 0.5, from: '2026-11-30' } }],
  [{ mode: 'run', plan: 'p', rate: 1, maxFailureShare: 1, maxAttempts: 8 }, { mode: 'run', plan: 'p', rate: 1, maxFailureShare: 1, maxAttempts: 8 }],
  [{ mode: 'report', run: 'r' }, { mode: 'report', run: 'r' }],
])('takes %j', (input, checked) => {
  expect(checkedInput(input)).toEqual(checked);
});

test.each([
  ['text', 'The input must be an object, got: "text"'],
  [{ mode: 'send' }, '`mode` must be one of plan, run, report, got: "send"'],
  [{ selct: {} }, '`selct` must be left out in an input with `mode: plan`. The members are: mode, sources, select, order, limit, target, rate, workers.'],
  [{ mode: 'run', plan: 'p', select: {} },
    '`select` must be left out in an input with `mode: run`. The members are: mode, plan, rate, workers, concurrency, maxAttempts, inDoubt, maxFailureShare, maxEventAge.'],
  [{ mode: 'run' }, '`plan` must be given with `mode: run`: the name of the execution that made it.'],
  [{ mode: 'report' }, '`run` must be given with `mode: report`: the name of the execution that made it.'],
  [{ mode: 'run', plan: '../x' }, '`plan` must be a name: letters, digits, hyphens and underscores, got: "../x"'],
  [{ select: [] }, '`select` must be an object, got: []'],
  [{ select: { function: ['x'] } }, '`select.function` must be left out of a selection. The members are: '
    + 'from, until, minAge, maxAge, functions, qualifiers, conditions, errorTypes, executedVersions, advice, requestIds.'],
  [{ select: { functions: 'x' } }, '`select.functions` must be a list that is not empty, got: "x"'],
  [{ select: { functions: [] } }, '`select.functions` must be a list that is not empty, got: []'],
  [{ select: { functions: [''] } }, '`select.functions` must be a list; each item must be a text that is not empty, got: [""]'],
  [{ select: { minAge: -1 } }, '`select.minAge` must be a number of at least 0, got: -1'],
  [{ limit: 0 }, '`limit` must be an integer from 1 to 100000000, got: 0'],
  [{ limit: 1.5 }, '`limit` must be an integer from 1 to 100000000, got: 1.5'],
  [{ limit: 100_001, order: 'oldest' }, '`limit` must be from 1 to 100000 with `order`, got: 100001'],
  [{ mode: 'run', plan: 'p', maxAttempts: 9 }, '`maxAttempts` must be an integer from 1 to 8, got: 9'],
  [{ mode: 'run', plan: 'p', maxFailureShare: 0 }, '`maxFailureShare` must be a number from 0.01 to 1, got: 0'],
  [{ mode: 'run', plan: 'p', inDoubt: 'drop' }, '`inDoubt` must be one of leave, send, got: "drop"'],
  [{ mode: 'run', plan: 'p', rate: '100' }, '`rate` must be an integer from 1 to 10000, got: "100"'],
  [{ target: 'orders' }, '`target` must be the ARN of a function, or `:` and a qualifier, got: "orders"'],
])('refuses %j', (input, message) => {
  expect(() => checkedInput(input)).toThrow(expect.objectContaining({ name: 'InputError', message }));
});
