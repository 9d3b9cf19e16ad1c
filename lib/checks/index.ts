export { CHECKS } from './checks';
export { findings, type Check, type Finding, type Place, type Severity } from './finding';
