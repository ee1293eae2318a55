import { measureImport } from './imports.ts';
import { formatTable } from './measure.ts';
console.log(formatTable(await measureImport()));
