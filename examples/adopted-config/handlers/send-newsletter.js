'use strict';

exports.handler = async ({ to }) => ({ sent: to.length });
