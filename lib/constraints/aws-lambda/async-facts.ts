import { RETRY_DELAYS, THROTTLE_BACK_OFF } from './event-queue';
import { LONGEST_LOOP } from './function';
import * as recordings from './recordings';
import type { Fact } from '../fact';

/*
 * How Lambda treats an event, as the simulator plays it. The rules that users can break are in the other files.
 */

const ERRORS = 'AWS Lambda developer guide, "How Lambda handles errors and retries with asynchronous invocation"';
const RECORDS = 'AWS Lambda developer guide, "Capturing records of Lambda asynchronous invocations"';
const RECORDED = 'recorded from the service';

export const EVENT_IS_ACCEPTED_FIRST: Fact = {
  fact: 'Lambda accepts an event before it runs the function, and answers 202 with an empty body.',
  source: 'AWS Lambda API reference, Invoke',
  evidence: { grade: 'recorded', recordings: [recordings.EVENT_ACCEPTED] },
};

export const ABSENT_EVENT_IS_AN_OBJECT: Fact = {
  fact: 'A function gets `{}` for an event without a payload, and so does the record.',
  source: RECORDED,
  evidence: { grade: 'recorded', recordings: [recordings.EVENT_WITHOUT_PAYLOAD] },
};

export const QUALIFIER_DECIDES: Fact = {
  fact: 'The config of exactly the qualifier that was invoked applies. A call without a qualifier uses that of `$LATEST`.',
  source: 'AWS Lambda API reference, PutFunctionEventInvokeConfig',
  evidence: { grade: 'recorded', recordings: [recordings.QUALIFIER_IN_USE] },
};

export const RETRY_WAITS: Fact = {
  fact: `Lambda waits ${RETRY_DELAYS.join(' and then ')} seconds between the attempts of a failed event.`,
  source: ERRORS,
  evidence: {
    grade: 'recorded',
    recordings: [recordings.ATTEMPTS_OVER_TIME],
    caveat: 'The recording is exact to half a minute. The simulator waits exactly this long; the real waits vary by seconds.',
  },
};

export const ONE_REQUEST_ID: Fact = {
  fact: 'All attempts of an event have the request id of the answer 202.',
  source: RECORDED,
  evidence: { grade: 'recorded', recordings: [recordings.REQUEST_ID_OF_ATTEMPTS] },
};

export const RETRY_LOOKS_AHEAD: Fact = {
  fact: 'Lambda gives up an event at once if it would be too old at the next attempt.',
  source: RECORDED,
  evidence: {
    grade: 'recorded',
    recordings: [recordings.AGE_OF_ONE_MINUTE],
    caveat: 'Ages between 60 and 90 seconds were not recorded.',
  },
};

export const THROTTLES_BACK_OFF: Fact = {
  fact: `After throttles and system errors, Lambda waits ${THROTTLE_BACK_OFF.first} second at first and at most ${THROTTLE_BACK_OFF.longest} seconds, until the event is too old.`,
  source: ERRORS,
  evidence: {
    grade: 'derived',
    from: [
      'The retry interval increases exponentially from 1 second to a maximum of 5 minutes, as documented.',
      'The simulator doubles it: the factor is undocumented.',
    ],
  },
};

export const RESERVE_OF_ZERO_ENDS_EVENTS: Fact = {
  fact: 'With a reserved concurrency of 0, an event ends without an attempt.',
  source: RECORDED,
  evidence: { grade: 'recorded', recordings: [recordings.RESERVE_OF_ZERO] },
};

export const AGED_OUT_WHILE_WAITING: Fact = {
  fact: 'The record of an event that waited past its age counts 0 attempts.',
  source: RECORDED,
  evidence: { grade: 'recorded', recordings: [recordings.AGED_OUT] },
};

export const DELETED_TARGET: Fact = {
  fact: 'If the function, version or alias is gone at a later attempt, the record has status 404 and no response.',
  source: RECORDED,
  evidence: {
    grade: 'recorded',
    recordings: [recordings.TARGET_DELETED],
    caveat: 'The recording was published as an analysis, not as the raw record.',
  },
};

export const RECORD_KEEPS_BYTES: Fact = {
  fact: 'A record holds the event and the response exactly as they were sent, blanks included.',
  source: RECORDS,
  evidence: { grade: 'recorded', recordings: [recordings.BYTES_OF_RECORD] },
};

export const RECORD_ON_BUS: Fact = {
  fact: 'On a bus, the record is the detail of an event whose resources are the bus and the function with its qualifier.',
  source: RECORDS,
  evidence: { grade: 'recorded', recordings: [recordings.RECORD_EVENT] },
};

export const RECORD_IN_BUCKET: Fact = {
  fact: 'In a bucket, the record is an object whose key has the function, the date and the time.',
  source: RECORDS,
  evidence: { grade: 'recorded', recordings: [recordings.RECORD_OBJECT] },
};

export const DEAD_LETTER_IS_THE_EVENT: Fact = {
  fact: 'A dead letter is the event itself, with the attributes `RequestID`, `ErrorCode` and `ErrorMessage`.',
  source: 'AWS Lambda developer guide, "Adding a dead-letter queue"',
  evidence: { grade: 'recorded', recordings: [recordings.DEAD_LETTER] },
};

export const LOOPS_ARE_STOPPED: Fact = {
  fact: `Lambda stops a function that invokes itself after ${LONGEST_LOOP} invocations in one chain of requests.`,
  source: 'AWS Lambda developer guide, "Use Lambda recursive loop detection to prevent infinite loops"',
  evidence: { grade: 'documented', says: 'Lambda detects recursive loops after approximately 16 invocations.' },
};

export const NEW_FUNCTION_IS_PENDING: Fact = {
  fact: 'A new function is `Pending`, and Lambda refuses to invoke it until it is `Active`.',
  source: 'AWS Lambda developer guide, "Lambda function states"',
  evidence: {
    grade: 'recorded',
    recordings: [recordings.PENDING],
    caveat: 'How long it lasts varies. In the simulator, only the answer of CreateFunction says `Pending`.',
  },
};
