export { Aliyun } from './aliyun';
export { AsyncInvokeConfig, type AsyncInvokeConfigProps } from './async-invoke-config';
export { type AsyncInvokeConfigOptions } from './async-invoke-options';
export { DeliveryRole } from './delivery-role';
export { Destination, type DestinationOptions, type FunctionPlace } from './destination';
export { RosResource, type RosResourceProps } from './ros-resource';
export { RosStack, type RosStackProps } from './ros-stack';
