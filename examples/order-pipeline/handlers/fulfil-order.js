/** An order without items cannot be fulfilled, however often it is tried. */
exports.handler = async ({ detail = {} }) => {
  const { orderId, items = [] } = detail;
  if (items.length === 0) {
    throw new Error(`order ${orderId} has no items`);
  }
  return { orderId, parcels: items.length };
};
