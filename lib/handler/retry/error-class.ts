/**
 * What an error of a service means for whoever calls:
 *
 * - `wait`: it passes by itself, and soon;
 * - `long wait`: it passes by itself within minutes;
 * - `grant`: a permission is missing, which may just have been given and not have spread yet;
 * - `maybe`: it may pass by itself;
 * - `unanswered`: the request was sent, and nobody knows what became of it;
 * - `no`: it stays until somebody changes something.
 */
export type ErrorClass = 'wait' | 'long wait' | 'grant' | 'maybe' | 'unanswered' | 'no';

/**
 * The errors of Lambda, by name: those of Invoke in the API model, 2026-08, and those recorded from the service besides.
 *
 * By name, since the status says little: of the errors with status 502, four pass by themselves, and ten never will.
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

/** What the other services that the handler calls name differently. */
export const OTHER_ERRORS: Readonly<Record<string, ErrorClass>> = {
  AccessDenied: 'grant',
  RequestThrottled: 'wait',
  Throttling: 'wait',
  ThrottlingException: 'wait',
};

/** An error without a name that is known here. A gateway that gave up does not say whether the service did. */
export const STATUSES: Readonly<Record<number, ErrorClass>> = {
  408: 'maybe',
  409: 'wait',
  429: 'wait',
  500: 'wait',
  502: 'maybe',
  503: 'wait',
  504: 'unanswered',
};

/** How Lambda answers a config whose permission or destination is too new for it, as an error that otherwise is for ever. */
export const GRANT_MESSAGES: readonly RegExp[] = [
  /execution role does not have permissions to call/,
  /^The destination ARN .* is invalid\.$/s,
];
