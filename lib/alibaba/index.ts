export * from './aliyun';
export * from './async-invoke-config';
export * from './async-invoke-options';
export * from './delivery-role';
export * from './destination';
export * from './ros-resource';
export * from './ros-stack';
