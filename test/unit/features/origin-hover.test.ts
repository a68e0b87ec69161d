/** Hovers say whose word on a control counts, and whose it takes the place of. */
import assert from 'node:assert/strict';
import { hoverIn } from '../../support/cursor';

const ORGANIZATION = `aims: 1
kind: organization
id: nw
controls:
  A.7.5: {status: not-applicable, why: We train nothing}
  A.8.2: {status: planned, due: 2027-01-01, why: People ask}
profiles:
  tabular: {controls: {A.6.2.5: {status: planned, due: 2027-01-01, why: Nothing goes live without a gate}}}
`;

const inCard = async (card: string): Promise<string> =>
  (await hoverIn({ 'aims.yaml': ORGANIZATION, 's/aims.yaml': `aims: 1\nkind: system\nid: s\n${card}` }))
    ?.text ?? '';

describe('the hover of a control says where the word on it comes from', () => {
  it('a card that includes what the organization leaves out', async () =>
    assert.match(
      await inCard('controls:\n  A.7<|>.5: {status: planned, why: This one we train}\n'),
      /This card includes it, where the organization leaves it out\./,
    ));

  it('a card that leaves out what the organization includes', async () =>
    assert.match(
      await inCard('controls:\n  A.8<|>.2: {status: not-applicable, why: Only we use it}\n'),
      /This card leaves it out, where the organization includes it\./,
    ));

  it('a card without a row of its own', async () => {
    assert.match(await inCard('purpose: as A.8.2<|> asks\n'), /The row stands with the organization\./);
    assert.match(
      await inCard('profile: tabular\npurpose: as A.6.2.5<|> asks\n'),
      /The row stands with the profile tabular\./,
    );
  });

  it('a card that goes on from rows further up', async () => {
    assert.match(
      await inCard('profile: tabular\ncontrols:\n  A.6.2<|>.5: {owner: Bo Lind}\n'),
      /The row of this card adds to the one of the profile tabular\./,
    );
    assert.match(
      await inCard('controls:\n  A.8<|>.2: {status: planned, due: 2027-02-01}\n'),
      /The row of this card takes its reason from the one of the organization\./,
    );
    assert.match(
      await inCard('controls:\n  A.8<|>.2: {status: planned, due: 2027-02-01, why: The law}\n'),
      /The row of this card takes the place of the one of the organization\./,
    );
  });

  it('in the organization file, which systems see it otherwise', async () => {
    const found = await hoverIn({
      'aims.yaml': ORGANIZATION.replace('A.7.5', 'A.7<|>.5'),
      's/aims.yaml':
        'aims: 1\nkind: system\nid: s\nname: Scoring\ncontrols: {A.7.5: {status: planned, why: Ours}}\n',
      't/aims.yaml': 'aims: 1\nkind: system\nid: t\n',
    });
    assert.match(found?.text ?? '', /Otherwise for Scoring\./);
  });

  it('says nothing where there is one word only', async () => {
    for (const card of [
      'controls:\n  A.6.2<|>.4: {status: planned, why: Ours}\n',
      'purpose: as A.6.2.4<|> asks\n',
      'controls:\n  A.2<|>.2: {status: not-applicable}\n',
    ])
      assert.doesNotMatch(await inCard(card), /this card|The row|Otherwise/i, card);
  });
});
