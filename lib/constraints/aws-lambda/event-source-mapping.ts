import * as recordings from './recordings';
import { quoting } from '../evidence';
import type { Rule } from '../rule';

export const CONSUMER_VISIBILITY_TIMEOUT: Rule = {
  id: 'ConsumerVisibilityTimeout',
  parameter: 'EventSourceArn',
  rule: "be a queue whose visibility timeout is at least the function's timeout",
  consequence: quoting('Lambda refuses the event source mapping', recordings.SHORT_VISIBILITY_TIMEOUT),
  remedy: "Raise `visibilityTimeout` of the queue, best to six times the function's timeout, or lower the timeout.",
  source: 'AWS Lambda developer guide, "Creating and configuring an Amazon SQS event source mapping"; message recorded from the service',
  evidence: {
    grade: 'recorded',
    recordings: [recordings.SHORT_VISIBILITY_TIMEOUT],
    caveat: 'Lambda compares the timeouts when the mapping is created or updated. A queue that is changed later is not compared.',
  },
};
