export type { Behaviour, Run } from './behaviour/behaviour';
export type { LambdaContext } from './behaviour/lambda-context';
export type { FunctionError, RunResult } from './behaviour/run-result';
export { fails, hitsSystemError, isThrottled, succeeds, takes, timesOut, type Handler, type Step } from './behaviour/steps';
export { CannotRunError } from './code/cannot-run-error';
export { runsCode, type CodeOptions } from './code/runs-code';
export type {
  Arrival, BucketObject, BusMessage, FunctionPayload, Message, MessageAttribute, QueueMessage, TopicMessage,
} from './delivery/message';
export type { CreatedResource } from './deployment/custom-resources';
export { Destination } from './destination';
export type { Endpoint, ListenOptions } from './endpoint';
export { EndlessChainError } from './events/endless-chain-error';
export { FunctionMetrics, Statistic } from './events/metrics';
export { Outcome, type OutcomeStep } from './events/outcome';
export { Story } from './events/settled-story';
export { FunctionHandle } from './function-handle';
export { asyncInvokeMatchers, type GivenUp, type MatcherResult } from './matchers';
export { Simulator } from './simulator';
export type { DeployOptions, InvokeOptions, SimulatorOptions } from './simulator-options';
export { NotKnownError, ServiceError } from './state';
export { Clock } from './time/clock';
export type { TimeSpan } from './time/span';
