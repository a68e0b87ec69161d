/** `npm run demo:break`: breaks the example in the ways of `demo/breaks.ts` and shows what is found each time. */
import { breaks } from './demo/breaks';
import { compare, DAY, findAfter } from './demo/run';

async function main(): Promise<void> {
  let wrong = 0;
  const say = (text: string): boolean => process.stdout.write(`${text}\n`);
  say(`examples/northwind, read at ${DAY}; each time one thing is broken.`);
  for (const [index, each] of breaks.entries()) {
    const found = await findAfter(each.edits);
    const { missing, extra } = compare(each, found);
    say(`\n${index + 1}. ${each.what}`);
    for (const one of found)
      say(`   ${extra.includes(one) ? 'NOT EXPECTED ' : ''}${one.line}\n      ${one.message}`);
    for (const line of missing) say(`   NOT FOUND ${line}`);
    if (missing.length + extra.length > 0) wrong++;
  }
  say(`\n${breaks.length - wrong} of ${breaks.length} gave exactly the findings expected.`);
  process.exitCode = wrong > 0 ? 1 : 0;
}

void main();
