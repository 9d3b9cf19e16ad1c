const IDENTITY = 'The endpoint believes every caller, so no caller lacks a permission.';
const KINESIS = 'The simulator does not play event source mappings of Kinesis. `test/invocation-record` reads the record.';

/** The number of answers of Lambda that were recorded. */
export const RECORDED = 164;

/** The recordings that no test replays against the simulator, with the reason. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  'inv-logs-nodejs16.x-02-logs': 'The recorded log is that of a cold start, and the simulator plays no initialization.',
  'esm-kinesis-SNS-01-failure_sns_message': KINESIS,
  'esm-kinesis-S3-01-record_body': KINESIS,
  'sk-create-01-role': 'Lambda could not assume a role that was seconds old. The simulator has only roles that are in force.',
  'sk-auth-01-implicit': IDENTITY,
  'sk-auth-03-grant-latest-qualifier': IDENTITY,
  'sk-auth-04-grant-latest-arn': IDENTITY,
  'sk-auth-05-explicit-deny': IDENTITY,
};
