import { WORD } from './identifiers';
import * as recordings from './recordings';
import type { TextConstraint } from '../constraint';
import { quoting } from '../evidence';
import type { Rule } from '../rule';

const API = 'AWS Lambda API reference, AddPermission';

/** The account of the resource that invokes. */
export const SOURCE_ACCOUNT: TextConstraint = {
  kind: 'text',
  property: 'sourceAccount',
  parameter: 'SourceAccount',
  min: 12,
  max: 12,
  pattern: '\\d{12}',
  grammar: 'digits',
  source: API,
};

/** The id of a statement in the policy of a function. */
export const STATEMENT_ID: TextConstraint = {
  kind: 'text',
  property: 'statementId',
  parameter: 'StatementId',
  min: 1,
  max: 100,
  pattern: '([a-zA-Z0-9-_]+)',
  grammar: WORD.grammar,
  source: `${API}; pattern recorded from the service`,
};

/** The action that a permission allows. */
export const PERMISSION_ACTION: TextConstraint = {
  kind: 'text',
  property: 'action',
  parameter: 'Action',
  min: 1,
  max: 256,
  pattern: '(lambda:[*]|lambda:[a-zA-Z]+|[*])',
  grammar: '`lambda:` and an operation',
  source: API,
};

export const LATEST_PERMISSION: Rule = {
  id: 'LatestPermission',
  rule: 'not name `$LATEST`',
  consequence: quoting('Lambda refuses it', recordings.POLICY_OF_LATEST),
  remedy: 'Grant on the function itself, or on an alias or version.',
  source: `${API}; message recorded from the service`,
  evidence: { grade: 'recorded', recordings: [recordings.POLICY_OF_LATEST] },
};

export const INVOKE_PERMISSION_FOR_OTHER_QUALIFIER: Rule = {
  id: 'InvokePermissionForOtherQualifier',
  rule: 'name the qualifier that is invoked',
  consequence: 'A permission applies only to the function, alias or version that it is put on: the invocation is refused, and the event never reaches the function.',
  remedy: 'Put the permission on exactly what is invoked: with `alias.addPermission` on an alias, with `fn.addPermission` on the function.',
  source: 'AWS Lambda developer guide, "Using Lambda aliases in event sources and permissions policies"',
  evidence: { grade: 'recorded', recordings: [recordings.GRANT_ON_FUNCTION_ALONE] },
};

/** The action that every invocation requires. */
export const INVOKE_ACTION = 'lambda:InvokeFunction';

export const INVOKE_PERMISSION_MISSING: Rule = {
  id: 'InvokePermissionMissing',
  rule: 'name a function that the caller may invoke',
  consequence: 'Lambda refuses every invocation: the events never reach the function, and neither its failure destination nor its dead-letter queue gets them. '
    + 'For a notification of a bucket, the deployment fails.',
  remedy: `Add a permission for the service on exactly what is invoked, with the caller as source, or allow \`${INVOKE_ACTION}\` in the role of the caller. `
    + 'The constructs of aws-cdk-lib do that for functions of the app.',
  source: 'AWS Lambda developer guide, "Viewing resource-based IAM policies in Lambda"',
  evidence: {
    grade: 'documented',
    says: 'A service may invoke a function if the resource-based policy of the function, or a role that the service assumes, allows `lambda:InvokeFunction`.',
  },
};

/** An action named like the deprecated InvokeAsync. No operation requires it. */
export const INVOKE_ASYNC_ACTION = 'lambda:InvokeAsync';

export const INVOKE_ASYNC_PERMISSION: Rule = {
  id: 'InvokeAsyncPermission',
  rule: `name \`${INVOKE_ACTION}\` rather than \`${INVOKE_ASYNC_ACTION}\``,
  consequence: `No operation requires \`${INVOKE_ASYNC_ACTION}\`: even the deprecated InvokeAsync requires \`${INVOKE_ACTION}\`.`,
  remedy: `Replace it with \`${INVOKE_ACTION}\`, or remove it if that is allowed already.`,
  source: 'recorded from the service, InvokeAsync',
  evidence: {
    grade: 'recorded',
    recordings: [recordings.INVOKE_ASYNC_ALONE],
    caveat: 'Some pages of the SDK still name `lambda:InvokeAsync`.',
  },
};

/** The services that invoke functions asynchronously in their own name, as principals without suffix. */
export const ASYNCHRONOUS_PRINCIPALS: readonly string[] = [
  'events', 's3', 'sns', 'logs', 'lambda.alarms.cloudwatch', 'iot', 'ses', 'codecommit', 'config',
];
