/** Notifies a customer. Gets the invocation record of a fulfilled order: the result is in `responsePayload`. */
exports.handler = async ({ responsePayload }) => {
  console.log(`Order ${responsePayload.orderId} is on its way in ${responsePayload.parcels} parcel(s)`);
};
