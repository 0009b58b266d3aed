#!/usr/bin/env node
// The command line from a checkout: TypeScript runs as it stands, through tsx.
import { createRequire } from 'node:module';
import { register } from 'tsx/cjs/api';

register();
createRequire(import.meta.url)('../src/cli/main.ts');
