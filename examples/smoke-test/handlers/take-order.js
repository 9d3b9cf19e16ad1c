'use strict';

exports.handler = async ({ id, items, dryRun = false }) => {
  if (items.length === 0) {
    throw new Error(`order ${id} has no items`);
  }
  return { id, parcels: items.length, sent: !dryRun };
};
