import { parse } from 'node-html-parser';
import { expect, it } from 'vitest';
import { paragraphBlock } from '../../../src/node/pdf/paragraph-block.ts';

it('makes the first sentence of an answer stand out, and no other below a list', () => {
  const page = parse(
    '<section class="answer"><h2>Answer</h2><p>headline</p><dl><dt>Patients</dt><dd>330</dd></dl><p>further</p></section><p>below</p>',
  );
  const looks = page.querySelectorAll('p').map((element) => paragraphBlock(element)[0].content);
  expect(looks.map((look) => (look as { bold?: boolean }).bold ?? false)).toEqual([true, false, false]);
});
