import assert from 'node:assert/strict';
import { catalogue } from '../../../server/src/catalogue';
import { annexIIIPoints, frameworks, itemsByFramework } from '../../../server/src/catalogue/frameworks';
import { rules } from '../../../server/src/rules/registry.generated';
import { KINDS } from '../../../server/src/schema';
import { keyPaths } from '../../../server/src/schema/key-paths';
import { createLanguageService } from '../../../server/src/service';
import { MemoryHost } from '../../../server/src/workspace/memory-host';
import { VERDICTS } from '../../../server/src/verdict/types';
import { aims, DAY } from './support';

async function explained(id: string): Promise<string> {
  const { code, out, err } = await aims(['explain', id]);
  assert.deepEqual({ id, code, err }, { id, code: 0, err: [] });
  return out;
}

const suggestion = async (id: string): Promise<string> => {
  const { code, out, err } = await aims(['explain', id]);
  assert.deepEqual({ id, code, out }, { id, code: 2, out: '' });
  return err.join('\n');
};

describe('aims explain', () => {
  it('every control, by its title, what it asks and what to do', async () => {
    for (const { id, title, asks, doNow } of catalogue.controls.values()) {
      const text = await explained(id);
      assert.ok(text.startsWith(`${id} ${title}\n`));
      assert.ok(text.includes(asks) && text.includes(doNow), id);
    }
  });

  it('ids in any case, and the Statement of Applicability by its names', async () => {
    assert.equal(await explained('a.6.2.4'), await explained('A.6.2.4'));
    assert.equal(await explained('Risk-Without-Owner'), await explained('risk-without-owner'));
    assert.equal(await explained('SoA'), await explained('soa'));
    assert.equal(await explained('Statement of Applicability'), await explained('controls'));
  });

  it('every verdict, by the word that is shown for it and by the one in JSON', async () => {
    for (const verdict of VERDICTS)
      assert.match(await explained(verdict), /how a requirement stands/, verdict);
    assert.equal(await explained('not due yet'), await explained('not-due'));
    assert.match(await explained('attested'), /A named person looked at the evidence/);
    assert.match(await explained('partial'), /word of /, 'a status of a row has that name too');
  });

  it('a word that a key takes, and every part of NIST AI RMF', async () => {
    assert.match(
      await explained('top-management'),
      /^top-management\nword of people\[\]\.roles \(organization\)/,
    );
    const text = await explained('nist-ai-rmf');
    for (const { id } of itemsByFramework().get('nist-ai-rmf') ?? [])
      assert.ok(text.includes(`- ${id} `), id);
  });

  it('every clause, group, objective, entry of Annex C and stage', async () => {
    for (const { id, title } of [
      ...catalogue.clauses.values(),
      ...catalogue.groups.values(),
      ...catalogue.objectives.values(),
      ...catalogue.annexC.values(),
      ...catalogue.stages,
    ])
      assert.ok((await explained(id)).startsWith(`${id} ${title}\n`), id);
  });

  it('every rule, with how to silence it', async () => {
    for (const { id, summary } of rules) {
      const text = await explained(id);
      assert.ok(text.includes(summary) && text.includes(`# aims-ignore-next-line ${id} -- `), id);
    }
  });

  it('every key of the format', async () => {
    for (const kind of KINDS)
      for (const { path, field } of keyPaths(kind))
        assert.ok(
          (await explained(`${kind}.${path}`)).includes(field.doc.replaceAll('`', '')),
          `${kind}.${path}`,
        );
  });

  it('a key as people write it', async () => {
    const text = await explained('datasets[].provenance');
    assert.match(text, /^datasets\[\]\.provenance\nkey of system/);
    for (const written of ['datasets.provenance', 'datasets[0].provenance', 'system.datasets[].provenance'])
      assert.equal(await explained(written), text);
    assert.match(await explained('controls.A.6.2.4.evidence'), /^controls\.\*\.evidence\n/);
  });

  it('a key that stands in several blocks: each place, with what it means there', async () => {
    const text = await explained('evidence');
    assert.match(text, /^evidence\nkey inside others\n/);
    assert.match(text, / {2}- controls\.\*\.evidence: What shows that it is done/);
    assert.equal(await explained('provenance'), await explained('datasets[].provenance'), 'the only one');
    assert.doesNotMatch(text, /profiles\./, 'what a profile repeats of a card is left out');
  });

  it('a word that is a stage and a key: both', async () => {
    const text = await explained('deployment');
    assert.match(text, /^deployment Deployment\nlife cycle stage/);
    assert.match(text, /\n\ndeployment\nkey of impact-assessment/);
  });

  it('every part of every other framework, by its title and source', async () => {
    for (const [id, { title }] of frameworks()) {
      assert.match(await explained(id), /as of \d{4}-\d{2}-\d{2}\. No certification/, title);
      for (const item of itemsByFramework().get(id) ?? [])
        assert.ok((await explained(`${id}:${item.id}`)).includes(`${item.id} ${item.title}\n`), item.id);
    }
    for (const { id, what } of annexIIIPoints())
      assert.ok((await explained(`Annex III ${id}`)).includes(what));
  });

  it('parts of other frameworks as people name them', async () => {
    assert.match(await explained('GOVERN 1.1'), /^GOVERN 1\.1 Legal and regulatory duties/);
    assert.match(await explained('Article 27'), /^Art\. 27 Fundamental rights[^]*from 2027-12-02/);
    assert.match(await explained('5(b)'), /^Annex III 5\(b\): /);
    assert.match(await suggestion('GOVRN 1.1'), /did you mean GOVERN 1\.1\?$/);
    assert.match(await suggestion('Article 199'), /did you mean Art\. 19\?$/);
    assert.match(await suggestion('nist-airmf'), /did you mean nist-ai-rmf\?$/);
  });

  it('how a control or clause is answered, in YAML that the format takes', async () => {
    const SHORTEST = {
      system: 'aims: 1\nkind: system\nid: x\n',
      organization: 'aims: 1\nkind: organization\nid: x\n',
    };
    const errorsIn = async (text: string): Promise<readonly string[]> => {
      const service = createLanguageService({
        host: new MemoryHost({ 'aims.yaml': text }),
        clock: { today: () => DAY },
        log: { warn: () => undefined },
      });
      const snapshot = await service.snapshot();
      const [uri = ''] = service.files(snapshot);
      return service
        .findings(snapshot, uri)
        .filter(({ severity, rule }) => severity === 'error' || rule === 'unknown-key')
        .map(({ rule, message }) => `${rule}: ${message}`);
    };
    const answered = [...catalogue.controls.values(), ...catalogue.clauses.values()].filter(
      (entry) => entry.kind === 'control' || entry.children.length === 0,
    );
    for (const { id } of answered) {
      const text = await explained(id);
      const example = /^(.*), for example:\n\n((?: {2}.*\n)+)/m.exec(text);
      assert.ok(example, id);
      const [, where = '', lines = ''] = example;
      const kind = where.startsWith('On the card') ? 'system' : 'organization';
      const yaml = lines.replace(/^ {2}/gm, '');
      if (id.startsWith('A.')) assert.match(yaml, new RegExp(`^controls:\\n  ${id}:\\n`));
      // Days are to be filled in.
      assert.deepEqual(
        await errorsIn(SHORTEST[kind] + yaml.replaceAll(/TODO day/g, DAY)),
        [],
        `${id}\n${yaml}`,
      );
    }
  });

  it('which frameworks have to do with a control in one line; with --frameworks all, with sources and days', async () => {
    assert.match(
      await explained('A.6.2.8'),
      /^In other frameworks: NIST AI RMF 1\.0, .*EU AI Act.* \(aims explain A\.6\.2\.8 --frameworks says what\)\.$/m,
    );
    assert.doesNotMatch(await explained('A.6.2.8'), /hosted by NIST/);
    const { out: text } = await aims(['explain', 'A.6.2.8', '--frameworks']);
    assert.match(text, /NIST AI RMF 1\.0: touches the same as MEASURE 2\.4/);
    assert.match(text, /EU AI Act: relates to Art\. 12, /);
    assert.match(text, /hosted by NIST \(2026-09-21\)/);
  });

  it('suggests what was meant', async () => {
    assert.equal(await suggestion('6.2.4'), 'aims: nothing is called 6.2.4; did you mean A.6.2.4?');
    assert.match(await suggestion('A.6.24'), /did you mean A\.6\.2\.4\?$/);
    assert.match(await suggestion('deploymnet'), /did you mean deployment\?$/);
    assert.match(await suggestion('risk-without-ownr'), /did you mean risk-without-owner\?$/);
  });

  it('says whose control it is when it is one of ISO/IEC 27001', async () => {
    assert.equal(
      await suggestion('A.8.34'),
      'aims: nothing is called A.8.34: it is a control of ISO/IEC 27001:2022, not of ISO/IEC 42001',
    );
  });
});
