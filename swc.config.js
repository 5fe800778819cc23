/**
 * How TypeScript becomes JavaScript here, for `dist` and for tests alike, so that what was tested is what runs.
 * swc and not tsc: type-graphql and TypeORM need decorator metadata, and a build takes a second instead of a minute.
 */
module.exports = {
  jsc: {
    target: "es2023",
    parser: { syntax: "typescript", decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
  module: { type: "commonjs", exportInteropAnnotation: true },
};
