import { main } from './command-line/main.ts';

await main();
