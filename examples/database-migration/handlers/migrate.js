'use strict';

const STEPS = ['create orders', 'add customers', 'index orders by customer'];

/** Migrates the database up or down, from the schema of the previous deployment to the schema of this one. */
exports.handler = async ({ schema, deployment }) => {
  const from = deployment.previousPayload?.schema ?? 0;
  if (schema > STEPS.length) {
    throw new RangeError(`there is no schema ${schema}, the newest is ${STEPS.length}`);
  }
  const steps = schema >= from ? STEPS.slice(from, schema) : STEPS.slice(schema, from).reverse().map(step => `undo ${step}`);
  return { action: deployment.action, from, to: schema, steps };
};
