import { stopTestServer } from "./testServer.mjs";

// Jest asks for a default export here.
export default stopTestServer;
