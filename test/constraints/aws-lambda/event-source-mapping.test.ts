import { CONSUMER_VISIBILITY_TIMEOUT } from '../../../lib/constraints/aws-lambda/event-source-mapping';
import { SHORT_VISIBILITY_TIMEOUT } from '../../../lib/constraints/aws-lambda/recordings';

test('quotes the message with which Lambda refuses the mapping', () => {
  expect(CONSUMER_VISIBILITY_TIMEOUT.consequence).toContain(SHORT_VISIBILITY_TIMEOUT.answer);
});
