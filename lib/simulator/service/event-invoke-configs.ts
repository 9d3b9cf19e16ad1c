import { LIST_MAX_ITEMS, MAX_EVENT_AGE, RETRY_ATTEMPTS } from '../../constraints/aws-lambda/event-invoke-config';
import { RECORDED_DESTINATION_ARN } from '../../constraints/aws-lambda/recorded';
import { MISSING_TARGET, NO_SETTING } from '../../constraints/aws-lambda/recordings';
import { NotKnownError, type Service, type ServiceError, type StoredConfig } from '../state';
import { admit, type DestinationSides } from './destination-admission';
import { documentOf, integer, object, text } from './document';
import { checkModel } from './model-validation';
import { maxItemsOf, page } from './page';
import { invalidParameter, notFound } from './refusals';
import { answered, type Answer, type ServiceRequest } from './request';
import { effective, existing, qualifiedArn, requestTarget, targetMembers, type RequestTarget } from './target';

/** The settings in a Put or Update request. */
interface AskedSettings extends DestinationSides {
  readonly retryAttempts?: number;
  readonly maxEventAge?: number;
}

/** Replaces the whole config. Settings that the request lacks are removed. */
export function putEventInvokeConfig(service: Service, request: ServiceRequest): Answer {
  const { target, asked } = settingsFor(service, request);
  const fn = existing(target);
  if (!fn) {
    throw noFunction();
  }
  admit(service, fn, asked);
  const config: StoredConfig = {
    retryAttempts: asked.retryAttempts,
    maxEventAge: asked.maxEventAge,
    onSuccess: asked.onSuccess?.destination || undefined,
    onFailure: asked.onFailure?.destination || undefined,
    lastModified: service.now(),
  };
  fn.configs.put(effective(target), config);
  return answered(200, described(qualifiedArn(target), config));
}

/** Changes the settings in the request. An empty string removes a destination. */
export function updateEventInvokeConfig(service: Service, request: ServiceRequest): Answer {
  const { target, asked } = settingsFor(service, request);
  const fn = existing(target);
  if (!fn) {
    throw noFunction();
  }
  const before = fn.configs.get(effective(target));
  if (!before) {
    throw noConfig(target);
  }
  admit(service, fn, asked);
  const config: StoredConfig = {
    retryAttempts: asked.retryAttempts ?? before.retryAttempts,
    maxEventAge: asked.maxEventAge ?? before.maxEventAge,
    onSuccess: (asked.onSuccess?.destination ?? before.onSuccess) || undefined,
    onFailure: (asked.onFailure?.destination ?? before.onFailure) || undefined,
    lastModified: service.now(),
  };
  fn.configs.put(effective(target), config);
  return answered(200, described(qualifiedArn(target), config));
}

export function getEventInvokeConfig(service: Service, request: ServiceRequest): Answer {
  checkModel(targetMembers(request));
  const target = requestTarget(service, request);
  const config = target.function?.configs.get(effective(target));
  if (!config) {
    throw noConfig(target);
  }
  return answered(200, described(qualifiedArn(target), config));
}

export function deleteEventInvokeConfig(service: Service, request: ServiceRequest): Answer {
  checkModel(targetMembers(request));
  const target = requestTarget(service, request);
  if (!target.function?.configs.delete(effective(target))) {
    throw noConfig(target);
  }
  return { status: 204 };
}

/** Lists the configs by qualifier. The order of the service is unknown. */
export function listEventInvokeConfigs(service: Service, request: ServiceRequest): Answer {
  checkModel([
    ...targetMembers(request),
    { name: 'maxItems', constraint: LIST_MAX_ITEMS, value: maxItemsOf(request.query) },
  ]);
  const target = requestTarget(service, request);
  if (target.qualifier !== undefined) {
    throw new NotKnownError('what ListFunctionEventInvokeConfigs answers for one qualifier', 'Name the function alone.');
  }
  if (!target.function) {
    throw noFunction();
  }
  const configs = [...target.function.configs.entries()]
    .sort(([one], [other]) => one < other ? -1 : 1)
    .map(([qualifier, config]) => described(`${target.arn}:${qualifier}`, config));
  const { items, nextMarker } = page(configs, request.query, LIST_MAX_ITEMS.max);
  return answered(200, { FunctionEventInvokeConfigs: items, NextMarker: nextMarker });
}

/** Reads and checks a Put or Update, as far as Lambda does before it looks for the function. */
function settingsFor(service: Service, request: ServiceRequest): { target: RequestTarget; asked: AskedSettings } {
  const asked = askedSettings(request);
  checkModel([
    ...targetMembers(request),
    { name: 'maximumRetryAttempts', constraint: RETRY_ATTEMPTS, value: asked.retryAttempts },
    { name: 'maximumEventAgeInSeconds', constraint: MAX_EVENT_AGE, value: asked.maxEventAge },
    { name: 'destinationConfig.onFailure.destination', constraint: RECORDED_DESTINATION_ARN, value: asked.onFailure?.destination },
    { name: 'destinationConfig.onSuccess.destination', constraint: RECORDED_DESTINATION_ARN, value: asked.onSuccess?.destination },
  ]);
  const target = requestTarget(service, request);
  if (Object.values(asked).every(setting => setting === undefined)) {
    throw invalidParameter(NO_SETTING.answer);
  }
  if (target.qualifier === '$LATEST.PUBLISHED' && target.function) {
    throw new NotKnownError('whether `$LATEST.PUBLISHED` can have an event invoke config', 'Use `$LATEST`, a version or an alias.');
  }
  return { target, asked };
}

function askedSettings(request: ServiceRequest): AskedSettings {
  const document = documentOf(request.body);
  const sides = object(document.DestinationConfig, '`DestinationConfig`');
  const side = (name: 'OnSuccess' | 'OnFailure') => {
    const given = object(sides?.[name], `\`${name}\``);
    return given && { destination: text(given.Destination, '`Destination`') };
  };
  return {
    retryAttempts: integer(document.MaximumRetryAttempts, '`MaximumRetryAttempts`'),
    maxEventAge: integer(document.MaximumEventAgeInSeconds, '`MaximumEventAgeInSeconds`'),
    onSuccess: side('OnSuccess'),
    onFailure: side('OnFailure'),
  };
}

/** A config as Lambda answers it: settings that are not set are absent, but both sides are always present. */
function described(functionArn: string, config: StoredConfig): object {
  return {
    LastModified: config.lastModified / 1000,
    FunctionArn: functionArn,
    MaximumRetryAttempts: config.retryAttempts,
    MaximumEventAgeInSeconds: config.maxEventAge,
    DestinationConfig: { OnSuccess: { Destination: config.onSuccess }, OnFailure: { Destination: config.onFailure } },
  };
}

function noFunction(): ServiceError {
  return notFound(MISSING_TARGET.answer);
}

function noConfig(target: RequestTarget): ServiceError {
  return notFound(`The function ${qualifiedArn(target)} doesn't have an EventInvokeConfig`);
}
