/** Fulfils an order. An order without items fails at every attempt. */
exports.handler = async ({ detail = {} }) => {
  const { orderId, items = [] } = detail;
  if (items.length === 0) {
    throw new Error(`order ${orderId} has no items`);
  }
  return { orderId, parcels: items.length };
};
