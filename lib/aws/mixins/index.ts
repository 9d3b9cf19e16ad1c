export * from './failure-queues';
export * from './function-async-alarms';
export * from './function-failure-destination';
export * from './function-selection';
export * from './mixin-report';
