/**
 * What the composer's codes mean for the author of a slice, in plain words.
 * Codes: https://www.apollographql.com/docs/graphos/reference/federation/errors
 */
export const explanations: Readonly<Record<string, string>> = {
  INVALID_SDL: "The printed SDL of this slice is not GraphQL. Print it again rather than editing it.",
  INVALID_GRAPHQL: "This slice's schema is not valid by itself: a name is unknown, missing or used wrongly.",
  INVALID_FIELD_SHARING:
    "More than one slice resolves this field. One slice owns a field; the others mark it @external, or all mark a value type @shareable.",
  SATISFIABILITY_ERROR:
    "A client may ask for this field, but no path of keys leads to a slice that can answer. Give the type a @key that both slices know.",
  FIELD_TYPE_MISMATCH: "The slices give this field different types. Agree on one, nullability included.",
  FIELD_ARGUMENT_TYPE_MISMATCH: "The slices give this argument different types. Agree on one.",
  FIELD_ARGUMENT_DEFAULT_MISMATCH: "The slices give this argument different defaults. Agree on one.",
  INPUT_FIELD_DEFAULT_MISMATCH: "The slices give this input field different defaults. Agree on one.",
  REQUIRED_ARGUMENT_MISSING_IN_SOME_SUBGRAPH: "One slice requires an argument that another does not know.",
  REQUIRED_INPUT_FIELD_MISSING_IN_SOME_SUBGRAPH: "One slice requires an input field that another does not know.",
  ENUM_VALUE_MISMATCH:
    "An enum that is both input and output must be equal in every slice that declares it. Let its owner alone declare it and offer other slices a plain code.",
  EMPTY_MERGED_ENUM_TYPE: "The slices share no value of this input enum.",
  EMPTY_MERGED_INPUT_TYPE: "The slices share no field of this input.",
  EXTERNAL_TYPE_MISMATCH: "A copy marked @external must have exactly the owner's type, nullability included.",
  EXTERNAL_ARGUMENT_MISSING: "A copy marked @external must have the owner's arguments.",
  EXTERNAL_MISSING_ON_BASE: "This @external field is resolved by no slice. Its owner has dropped or renamed it.",
  EXTERNAL_UNUSED: "This field is marked @external but no @key, @requires or @provides of the slice uses it. Drop it.",
  KEY_INVALID_FIELDS:
    "The @key names a field that the type does not have in this slice. Declare the field beside the key.",
  KEY_FIELDS_SELECT_INVALID_TYPE: "A @key may name only scalars, enums and objects, not lists, interfaces or unions.",
  REQUIRES_INVALID_FIELDS:
    "The @requires names a field that the type does not have in this slice. Declare it @external.",
  REQUIRES_FIELDS_MISSING_EXTERNAL: "A field named by @requires must be marked @external in this slice.",
  PROVIDES_INVALID_FIELDS: "The @provides names a field that the returned type does not have in this slice.",
  PROVIDES_FIELDS_MISSING_EXTERNAL: "A field named by @provides must be marked @external in this slice.",
  EXTENSION_WITH_NO_BASE: "A slice extends a type that no slice owns any more.",
  TYPE_KIND_MISMATCH: "The slices disagree whether this is an object, interface, input, enum, union or scalar.",
  OVERRIDE_COLLISION_WITH_ANOTHER_DIRECTIVE:
    "A field taken over with @override cannot also be @external, @provides or @requires.",
  REFERENCED_INACCESSIBLE: "A field that clients see returns or takes a type that is @inaccessible.",
  REQUIRED_INACCESSIBLE: "A required argument or input field is @inaccessible, so no client could give it.",
  ONLY_INACCESSIBLE_CHILDREN: "Everything in this type is @inaccessible. Mark the type itself.",
  UNKNOWN_FEDERATION_LINK_VERSION:
    "The slice links a federation version that the composer does not know; conventions.md names ours.",
  NO_QUERIES: "No slice declares a query.",
};
