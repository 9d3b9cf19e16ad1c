import * as fc from 'fast-check';

/** JSON values without the numbers that aws-cdk-lib takes for tokens. */
export const JSON_VALUES = fc.jsonValue().filter(value => !/e\+289/.test(JSON.stringify(value)));
