// Loaded into each process in which mocha runs a file of tests: ended by a signal, it leaves nothing behind either.
import { endAtOnce } from './ending.ts';

endAtOnce();
