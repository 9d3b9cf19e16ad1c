/** Archives an import. Gets the invocation record of the import as the detail of an event. */
exports.handler = async ({ detail }) => ({ archived: detail.responsePayload.imported });
