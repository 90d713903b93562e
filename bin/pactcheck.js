#!/usr/bin/env node
'use strict';

// Nothing has passed until a run is complete and its reports are written.
process.exitCode = 3;

require('../dist/cli/start.js').start(process.argv.slice(2));
