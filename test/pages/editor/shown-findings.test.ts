import { shownFindings } from '../../../pages/editor/shown-findings';

test('the findings of the app in the documentation are at the lines that create their constructs', () => {
  const { lines, found } = shownFindings();

  expect(found.map(({ id, severity, line }) => [id, severity, lines[line].trim()])).toEqual([
    ['FifoQueueDestination', 'error', "const fn = new lambda.Function(stack, 'TakeOrder', {"],
    ['AliasNotConfigured', 'warning', "targets: [new targets.LambdaFunction(fn.addAlias('live'))],"],
  ]);
});
