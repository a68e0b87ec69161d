/** `aims explain ID`: what a control, clause, group, stage, rule, key of the format or part of another framework means. */
import { findEntry } from '../catalogue';
import { ruleById } from '../rules/engine';
import { readArgs, type Command } from './command';
import { explainEntry } from './explain/entry';
import { explainFrameworks } from './explain/framework';
import { explainKey, explainKeysInside, keysNamed } from './explain/key';
import { explainRule } from './explain/rule';
import { didYouMean, idMeant } from './explain/suggest';
import { explainVerdict, explainWord } from './explain/word';
import { EXIT, UsageError } from './io';
import { painter, printable } from './terminal';

const HELP = `aims explain ID [--frameworks]

Says what something means and what to do about it, in plain words. ID is one of:

  a control, group or objective of Annex A    A.6.2.4, A.6, A.6.1
  a clause                                    9.2.1
  an entry of Annex C                         C.2.1
  a life cycle stage                          deployment
  a rule                                      risk-without-owner
  a key of the format                         'datasets[].provenance', evidence
  a word that a key takes                     top-management
  how a requirement stands                    attested, suspect
  a framework, or a part of it                eu-ai-act, 'Art. 27', 'GOVERN 1.1', iso-9001-2015:9.1

  --frameworks   of a control or clause: all it has to do with in other frameworks, with sources

Exit code: 0, or 2 where nothing has this id.
`;

const options = { frameworks: { type: 'boolean', default: false } } as const;

export const explain: Command = {
  name: 'explain',
  summary: 'Say what a control, clause, stage, rule or key means.',
  help: HELP,
  run: (args, io) => {
    const { values, positionals } = readArgs('explain', args, options);
    const [typed, another] = positionals;
    if (typed === undefined) throw new UsageError('explain needs an id, such as `aims explain A.6.2.4`');
    if (another !== undefined) throw new UsageError(`explain takes one id, not also ${printable(another)}`);
    const id = idMeant(typed);
    const paint = painter(io.color);
    const entry = findEntry(id);
    const rule = ruleById(id);
    // A word can be both a stage and a key: then both are meant.
    const texts = [
      ...(entry ? [explainEntry(entry, { paint, isFull: values.frameworks })] : []),
      ...(rule ? [explainRule(rule, paint)] : []),
      ...keysNamed(id).map((keys) => explainKey(keys, paint)),
      ...explainFrameworks(id, paint),
    ];
    // Most such words are something else too, which says more.
    if (texts.length === 0)
      texts.push(...explainVerdict(id, paint), ...explainWord(id, paint), ...explainKeysInside(id, paint));
    if (texts.length === 0) throw new UsageError(`nothing is called ${printable(id)}${didYouMean(id)}`);
    io.out(`${texts.join('\n\n')}\n`);
    return Promise.resolve(EXIT.clean);
  },
};
