"use strict";

exports.EmbeddedPostgresError = class EmbeddedPostgresError extends Error {
  constructor(code, message) {
    super(message);
    this.name = "EmbeddedPostgresError";
    this.code = code;
  }
};
