export { ACKNOWLEDGED_RULES, Acknowledgements } from './acknowledgements';
export { CHECKS } from './checks';
export { excludedIds, UnknownRuleError } from './exclusion';
export { findings, type Check, type Finding, type Place, type Severity } from './finding';
export { pageUrl, RULEBOOK, type RulebookEntry } from './rulebook';
export { idOf, OWNER, qualifiedId } from './rule-id';
