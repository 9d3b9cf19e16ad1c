/**
 * Meaning of an error of a service for the caller:
 *
 * - `wait`: it passes by itself soon;
 * - `long wait`: it passes by itself within minutes;
 * - `grant`: a permission is missing, or has not spread yet;
 * - `maybe`: it may pass by itself;
 * - `unanswered`: the request was sent, and it is unknown whether it took effect;
 * - `no`: it stays until you change something.
 */
export type ErrorClass = 'wait' | 'long wait' | 'grant' | 'maybe' | 'unanswered' | 'no';

/**
 * Errors of Lambda by name: those of Invoke in the API model of 2026-08, and other recorded ones.
 *
 * The status says too little: of the errors with status 502, four pass by themselves and ten never do.
 */
export const LAMBDA_ERRORS: Readonly<Record<string, ErrorClass>> = {
  // 400
  InvalidParameterValueException: 'no',
  InvalidRequestContentException: 'no',
  ModeNotSupportedException: 'no',
  NoPublishedVersionException: 'no',
  RecursiveInvocationException: 'no',
  SnapStartException: 'no',
  ValidationException: 'no',

  // 402 to 404
  ServiceQuotaExceededException: 'no',
  AccessDeniedException: 'grant',
  EFSMountFailureException: 'no',
  S3FilesMountFailureException: 'no',
  ResourceNotFoundException: 'no',

  // 408
  EFSMountConnectivityException: 'maybe',
  EFSMountTimeoutException: 'maybe',
  S3FilesMountConnectivityException: 'maybe',
  S3FilesMountTimeoutException: 'maybe',
  SnapStartTimeoutException: 'maybe',

  // 409
  ResourceConflictException: 'wait',
  SnapStartNotReadyException: 'wait',
  SnapStartRegenerationFailureException: 'long wait',
  CodeArtifactUserPendingException: 'wait',
  CodeArtifactUserDeletedException: 'long wait',
  CodeArtifactUserFailedException: 'no',
  DurableExecutionAlreadyStartedException: 'no',

  // 410 to 415
  EFSIOException: 'maybe',
  RequestTooLargeException: 'no',
  RequestEntityTooLargeException: 'no',
  SerializedRequestEntityTooLargeException: 'no',
  UnsupportedMediaTypeException: 'no',

  // 429 and 500
  TooManyRequestsException: 'wait',
  ServiceException: 'wait',

  // 502
  EC2ThrottledException: 'wait',
  ENINotReadyException: 'wait',
  ResourceNotReadyException: 'wait',
  EC2UnexpectedException: 'maybe',
  ENILimitReachedException: 'no',
  SubnetIPAddressLimitReachedException: 'no',
  EC2AccessDeniedException: 'no',
  InvalidSecurityGroupIDException: 'no',
  InvalidSubnetIDException: 'no',
  InvalidRuntimeException: 'no',
  InvalidZipFileException: 'no',
  KMSAccessDeniedException: 'no',
  KMSDisabledException: 'no',
  KMSInvalidStateException: 'no',
  KMSNotFoundException: 'no',
};

/** Errors of the other services by name. */
export const OTHER_ERRORS: Readonly<Record<string, ErrorClass>> = {
  AccessDenied: 'grant',
  RequestThrottled: 'wait',
  Throttling: 'wait',
  ThrottlingException: 'wait',
};

/** Errors with an unknown name, by status. A gateway timeout does not tell whether the service did the work. */
export const STATUSES: Readonly<Record<number, ErrorClass>> = {
  408: 'maybe',
  409: 'wait',
  429: 'wait',
  500: 'wait',
  502: 'maybe',
  503: 'wait',
  504: 'unanswered',
};

/** Messages of Lambda about a permission or destination that it does not see yet. */
export const GRANT_MESSAGES: readonly RegExp[] = [
  /execution role does not have permissions to call/,
  /^The destination ARN .* is invalid\.$/s,
];
