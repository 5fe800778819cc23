#!/usr/bin/env node
// npm links a command only if its file is there when it installs, and `dist` is not yet.
require("../dist/main.js");
