import { readFileSync, watch } from 'node:fs';

/*
 * Loaded before a program whose clock a test turns (`node --import`): it runs ahead by as many
 * milliseconds as stand in the file that the environment names.
 */
const file = process.env['FRONTDESK_TEST_CLOCK'] ?? '';
const realNow = Date.now.bind(Date);
let aheadMs = Number(readFileSync(file, 'utf8'));

Date.now = () => realNow() + aheadMs;
watch(file, () => {
  aheadMs = Number(readFileSync(file, 'utf8'));
}).unref();
