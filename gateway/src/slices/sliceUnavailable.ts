/** The one error of a partial answer for a slice that gave none, whatever the network's own words were. */
export const sliceUnavailable = (slice: string) => ({
  message: `The slice "${slice}" did not answer. What it would have added is missing.`,
  extensions: { code: "SLICE_UNAVAILABLE", slice, retryable: true },
});
