import "./editorWorkers.mjs";
import "graphiql/style.css";
import "./page.css";
import { GraphiQL } from "graphiql";
import { createRoot } from "react-dom/client";
import { DemoSession } from "./demoSignIn.mjs";
import { graphFetcher } from "./graphFetcher.mjs";
import { pageConfig } from "./pageConfig.mjs";
import { SignInBar } from "./SignInBar.jsx";

const session = new DemoSession();

// Queries and their variables name persons, so they go when the tab goes; `localStorage` would keep them.
createRoot(document.getElementById("page")).render(
  <>
    <SignInBar session={session} />
    <GraphiQL
      fetcher={graphFetcher(session)}
      defaultQuery={pageConfig.defaultQuery}
      storage={sessionStorage}
      shouldPersistHeaders={false}
    />
  </>,
);
