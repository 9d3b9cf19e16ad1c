'use strict';

/** Creates the first tenants of a new stack. */
exports.handler = async ({ queue, tenants: count }) => {
  if (!Number.isInteger(count)) {
    throw new TypeError(`tenants must be a number, got: ${typeof count}`);
  }
  const tenants = Array.from({ length: count }, (_, index) => ({ id: `tenant-${index + 1}`, queue }));
  return { count, tenants };
};
