import type { SizeConstraint, TextConstraint } from '../constraint';
import type { Rule } from '../rule';
import { FUNCTION_REFERENCE } from './identifiers';

const API = 'AWS Lambda API reference, AddPermission';

/** A function as `AWS::Lambda::Permission` takes it. */
export const PERMISSION_FUNCTION_REFERENCE: TextConstraint = {
  ...FUNCTION_REFERENCE,
  max: 140,
  source: 'AWS CloudFormation schema, AWS::Lambda::Permission',
  note: 'The API takes 256 characters since 2025-12-01, the schema still 140.',
};

/** The name of a statement in a function's policy. */
export const STATEMENT_ID: TextConstraint = {
  kind: 'text',
  property: 'statementId',
  parameter: 'StatementId',
  min: 1,
  max: 100,
  pattern: '([a-zA-Z0-9-_]+)',
  grammar: 'letters, digits, hyphens and underscores',
  source: API,
};

/** What a statement allows. */
export const ACTION: TextConstraint = {
  kind: 'text',
  property: 'action',
  parameter: 'Action',
  min: 1,
  max: 256,
  pattern: '(lambda:[*]|lambda:[a-zA-Z]+|[*])',
  grammar: 'an action of Lambda, e.g. lambda:InvokeFunction',
  source: API,
};

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

/** The organization whose accounts may invoke. */
export const PRINCIPAL_ORG_ID: TextConstraint = {
  kind: 'text',
  property: 'principalOrgId',
  parameter: 'PrincipalOrgID',
  min: 12,
  max: 34,
  pattern: 'o-[a-z0-9]{10,32}',
  grammar: '"o-" and 10 to 32 lower-case letters or digits',
  source: API,
};

/** All statements of one function, version or alias together. */
export const RESOURCE_POLICY: SizeConstraint = {
  kind: 'size',
  property: 'policy',
  parameter: 'Policy',
  max: 20 * 1024,
  unit: 'bytes',
  source: 'AWS Lambda developer guide, quotas',
};

export const LATEST_PERMISSION: Rule = {
  id: 'LatestPermission',
  rule: 'not be granted on `$LATEST`',
  consequence: 'Lambda refuses it: "We currently do not support adding policies for $LATEST."',
  remedy: 'Grant on the function itself, or on an alias or version.',
  source: `${API}; message recorded from the service`,
};

export const INVOKE_PERMISSION_FOR_OTHER_QUALIFIER: Rule = {
  id: 'InvokePermissionForOtherQualifier',
  rule: 'name the qualifier that is invoked',
  consequence: 'A permission holds only for the function, alias or version that it is put on: the invocation is refused, and the event never reaches the function.',
  remedy: 'Put the permission on what is invoked, e.g. with `alias.addPermission`.',
  source: 'AWS Lambda developer guide, "Using Lambda aliases in event sources and permissions policies"',
};

/** The one action that every way to invoke a function asks for. */
export const INVOKE_ACTION = 'lambda:InvokeFunction';

/** An action that looks as if the deprecated InvokeAsync asked for it. */
export const INVOKE_ASYNC_ACTION = 'lambda:InvokeAsync';

export const INVOKE_ASYNC_PERMISSION: Rule = {
  id: 'InvokeAsyncPermission',
  rule: `name \`${INVOKE_ACTION}\` rather than \`${INVOKE_ASYNC_ACTION}\``,
  consequence: `Nothing asks for \`${INVOKE_ASYNC_ACTION}\`: even the deprecated InvokeAsync is refused without \`${INVOKE_ACTION}\`.`,
  remedy: `Write \`${INVOKE_ACTION}\` in its place, or leave it out where that is allowed already.`,
  source: 'recorded from the service, InvokeAsync',
};
