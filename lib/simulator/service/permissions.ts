import { LATEST } from '../../constraints/aws-lambda/identifiers';
import { POLICY_OF_LATEST } from '../../constraints/aws-lambda/recordings';
import { NotKnownError, statementOf, type Permission, type Service, type SimulatedFunction } from '../state';
import { documentOf, text } from './document';
import { checkModel } from './model-validation';
import { conflict, invalidParameter, notFound } from './refusals';
import { answered, type Answer, type ServiceRequest } from './request';
import { functionNotFound, namedArn, requestTarget, targetMembers } from './target';
import { PERMISSION_ACTION, SOURCE_ACCOUNT, STATEMENT_ID } from '../../constraints/aws-lambda/permission';

/** What AddPermission takes and the simulator reads. */
const MEMBERS = ['StatementId', 'Action', 'Principal', 'SourceArn', 'SourceAccount', 'EventSourceToken', 'PrincipalOrgID'];

/** A service of AWS, an account, an ARN, or everybody. */
const PRINCIPAL = /^(?:(?:[a-z0-9-]+\.)+amazonaws\.com(?:\.cn)?|\d{12}|arn:.+|\*)$/;

/** Adds a permission to the policy of a function, alias or version. */
export function addPermission(service: Service, request: ServiceRequest): Answer {
  const document = documentOf(request.body);
  const [sid, action, principal, sourceArn, sourceAccount, eventSourceToken, principalOrgId] = MEMBERS.map(name => text(document[name], `\`${name}\``));
  const others = Object.keys(document).filter(name => !MEMBERS.includes(name));
  if (sid === undefined || action === undefined || principal === undefined || others.length > 0) {
    throw new NotKnownError(
      `what Lambda answers to AddPermission ${others.length > 0 ? `with ${others.join(', ')}` : 'without a statement id, action or principal'}`,
      `Send \`StatementId\`, \`Action\` and \`Principal\`, and if needed ${MEMBERS.slice(3).map(name => `\`${name}\``).join(', ')}.`,
    );
  }
  checkModel([
    ...targetMembers(request),
    { name: 'statementId', constraint: STATEMENT_ID, value: sid },
    { name: 'action', constraint: PERMISSION_ACTION, value: action },
    { name: 'sourceAccount', constraint: SOURCE_ACCOUNT, value: sourceAccount },
  ]);
  const { fn, qualifier, arn } = subject(service, request);
  if (!PRINCIPAL.test(principal)) {
    throw invalidParameter('The provided principal was invalid. Please check the principal and try again.');
  }
  const policy = fn.policies.get(qualifier) ?? new Map<string, Permission>();
  if (policy.has(sid)) {
    throw conflict(`The statement id (${sid}) provided already exists. Please provide a new statement id, or remove the existing statement.`);
  }
  const permission = { sid, resource: arn, action, principal, sourceArn, sourceAccount, eventSourceToken, principalOrgId };
  fn.policies.set(qualifier, policy.set(sid, permission));
  return answered(201, { Statement: JSON.stringify(statementOf(permission)) });
}

export function removePermission(service: Service, request: ServiceRequest): Answer {
  checkModel(targetMembers(request));
  const { fn, qualifier } = subject(service, request);
  const policy = fn.policies.get(qualifier);
  if (!policy) {
    throw notFound('No policy is associated with the given resource.');
  }
  if (!policy.delete(request.statementId!)) {
    throw notFound(`Statement ${request.statementId} is not found in resource policy.`);
  }
  if (policy.size === 0) {
    fn.policies.delete(qualifier);
  }
  return { status: 204 };
}

export function getPolicy(service: Service, request: ServiceRequest): Answer {
  checkModel(targetMembers(request));
  const { fn, qualifier } = subject(service, request);
  const policy = fn.policies.get(qualifier);
  if (!policy) {
    throw notFound('The resource you requested does not exist.');
  }
  const statements = [...policy.values()].map(statementOf);
  return answered(200, { Policy: JSON.stringify({ Version: '2012-10-17', Id: 'default', Statement: statements }), RevisionId: service.newRequestId() });
}

/** The function, alias or version whose policy a request is about. */
function subject(service: Service, request: ServiceRequest): { fn: SimulatedFunction; qualifier: string | undefined; arn: string } {
  const target = requestTarget(service, request);
  const { function: fn, qualifier } = target;
  if (qualifier === LATEST) {
    throw invalidParameter(POLICY_OF_LATEST.answer);
  }
  const arn = namedArn(target);
  if (!fn || (qualifier !== undefined && !fn.has(qualifier))) {
    throw fn && !/^\d+$/.test(qualifier!) ? notFound(`Cannot find alias arn: ${arn}`) : functionNotFound(arn);
  }
  return { fn, qualifier, arn };
}
