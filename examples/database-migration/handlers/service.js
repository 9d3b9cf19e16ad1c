'use strict';

exports.handler = async () => ({ schema: Number(process.env.SCHEMA) });
