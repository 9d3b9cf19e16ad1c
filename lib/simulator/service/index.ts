export { LONGEST_BODY, OPERATIONS } from './operations';
export type { Answer, Operation, ServiceRequest } from './request';
