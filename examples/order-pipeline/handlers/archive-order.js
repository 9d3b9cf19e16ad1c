/** Receives the record of an import as the detail of an event. */
exports.handler = async ({ detail }) => ({ archived: detail.responsePayload.imported });
