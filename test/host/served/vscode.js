#!/usr/bin/env node
// Stands in for the VS Code executable where there is no desktop VS Code: see extensionTests.ts.
import { register } from 'tsx/esm/api';

register();
await import('./extensionTests.ts');
