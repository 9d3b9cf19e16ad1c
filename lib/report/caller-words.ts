import type { Caller } from '../explanation/caller';

/** The kinds of callers in words, before the name of the caller: "rule of bus Orders". */
export const CALLER_WORDS: Readonly<Record<Caller['kind'], string>> = {
  's3-notification': 'notification',
  'sns-subscription': 'subscription',
  'event-rule': 'rule',
  'schedule': 'schedule',
  'pipe': 'pipe',
  'log-subscription': 'log subscription',
  'alarm': 'alarm',
  'iot-rule': 'IoT rule',
  'ses-receipt-rule': 'receipt rule',
  'codecommit-trigger': 'trigger',
  'config-rule': 'Config rule',
  'state-machine': 'state machine',
  'api-integration': 'API integration',
  'pipeline-action': 'pipeline action',
  'appsync-resolver': 'AppSync request',
  'iot-events': 'IoT Events model',
  'deploy-time-invocation': 'deployment',
  'on-success': 'success record',
  'on-failure': 'failure record',
  'dead-letter-queue': 'dead letter',
  'custom-resource': 'CloudFormation',
};
