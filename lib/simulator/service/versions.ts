import { CONTROL_PLANE_FUNCTION_REFERENCE, LATEST } from '../../constraints/aws-lambda/identifiers';
import { LIST_LENGTH, LIST_PAGE } from '../../constraints/aws-lambda/recorded';
import { NotKnownError, type Service } from '../state';
import { functionOf } from './aliases';
import { documentOf } from './document';
import { configurationOf } from './functions';
import { checkModel } from './model-validation';
import { maxItemsOf, page } from './page';
import { answered, type Answer, type ServiceRequest } from './request';
import { targetMembers } from './target';

/** Publishes the first version. After that, it answers the newest version, as Lambda does while code and settings do not change. */
export function publishVersion(service: Service, request: ServiceRequest): Answer {
  checkModel(targetMembers(request, CONTROL_PLANE_FUNCTION_REFERENCE));
  const { CodeSha256, RevisionId } = documentOf(request.body);
  if (CodeSha256 ?? RevisionId) {
    throw new NotKnownError('which code and revision the function has', 'Leave `CodeSha256` and `RevisionId` out.');
  }
  const fn = functionOf(service, request);
  const newest = [...fn.versions].map(Number).reduce((one, other) => Math.max(one, other), 0);
  const version = `${newest || 1}`;
  fn.versions.add(version);
  return answered(201, configurationOf(fn, { arn: fn.arn, qualifier: version, function: fn }));
}

export function listVersions(service: Service, request: ServiceRequest): Answer {
  checkModel([
    ...targetMembers(request, CONTROL_PLANE_FUNCTION_REFERENCE),
    { name: 'maxItems', constraint: LIST_LENGTH, value: maxItemsOf(request.query) },
  ]);
  const fn = functionOf(service, request);
  const versions = [LATEST, ...fn.versions].map(qualifier => configurationOf(fn, { arn: fn.arn, qualifier, function: fn }));
  const { items, nextMarker } = page(versions, request.query, LIST_PAGE.max);
  return answered(200, { Versions: items, NextMarker: nextMarker });
}
