/** What is done once for all who ask the same at the same time: nothing, reads of slices, or whole queries of clients, too. */
export type Sharing = "off" | "fetches" | "requests";
