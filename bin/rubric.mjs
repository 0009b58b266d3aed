#!/usr/bin/env node
// The command line from a checkout: TypeScript runs as it stands, through tsx.
import { register } from 'tsx/esm/api';

register();
await import('../src/cli/main.ts');
