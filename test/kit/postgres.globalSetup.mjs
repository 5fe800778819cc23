import { startTestServer } from "./testServer.mjs";

// Jest asks for a default export here.
export default startTestServer;
