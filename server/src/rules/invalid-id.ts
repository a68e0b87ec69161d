import { changeTo } from '../fixes/yaml';
import { blockKeys, fieldAt } from '../schema';
import { defineRule } from './rule';

export const invalidId = defineRule({
  id: 'invalid-id',
  group: 'format',
  severity: 'error',
  basis: 'format',
  summary: 'An id is empty or has a blank in it.',
  why: 'Ids are what other places point to. With a blank in it, an id reads like a name or a sentence.',
  help: 'Use letters, digits, `-`, `_` and `.`. A full name goes under `name`, where there is one.',
  message: {
    blank: 'The id “{text}” has a blank in it. Write it in one word.',
    named: 'The id “{text}” has a blank in it. Write it in one word; a full name goes under `name`.',
    empty: 'This id is empty. Give it a short name.',
  },
  on: 'format-problem',
  check: ({ artefact, problem }, report) => {
    if (problem.code !== 'bad-id') return;
    const { text, place } = problem;
    const block = artefact.kind && fieldAt(artefact.kind, place.route.slice(0, -1));
    const hasName = block !== undefined && Object.hasOwn(blockKeys(block) ?? {}, 'name');
    const word = text.trim().replace(/[\s-]+/g, '-');
    report(
      { place, part: 'value' },
      {
        message: text === '' ? 'empty' : hasName ? 'named' : 'blank',
        args: { text },
        data: { word: /^[\w.-]+$/.test(word) ? word : undefined },
      },
    );
  },
  fixes: ({ place, data }, { snapshot }) =>
    changeTo(snapshot, place, data.word, { preferred: true, write: (word) => word }),
});
