/** `aims init --organization [PATH]`: drafts the file of an organization from the cards below a folder. */
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { draftOrganization, organizationOver, placesIn } from '../../draft';
import { toUri } from '../../node/paths';
import { UsageError, type Io } from '../io';
import { count, printable } from '../terminal';
import { deliver } from './deliver';
import { lookAt, pathFrom, type Asked } from './look';

/**
 * A folder that is named is meant; where nothing is named, the root of the repository.
 * @returns the exit code
 */
export async function initOrganization({ typed, isDryRun }: Asked, io: Io): Promise<number> {
  const asked = await lookAt(typed ?? '.', io);
  const root = relative(io.cwd, asked.target.root) || '.';
  const { target, engine, host, given } = typed === undefined ? await lookAt(root, io) : asked;
  if (target.path !== target.folder)
    throw new UsageError(`${printable(given)} is a file; name the folder that holds your AI systems`);
  const folder = toUri(target.folder);
  const there = organizationOver(engine.snapshot, folder);
  if (there !== undefined)
    throw new UsageError(
      `${pathFrom(io, fileURLToPath(there))} is the organization here already; nothing was written`,
    );
  const drafted = await draftOrganization(host, engine.snapshot, folder);
  if (!drafted)
    throw new UsageError(
      `aims.yaml and organization.aims.yaml are there already in ${printable(given)}; nothing was written`,
    );
  const cards = drafted.links.map(({ uri }) => pathFrom(io, fileURLToPath(uri)));
  const linked = cards.length > 0 ? [`owners named by their id in ${placesIn(cards)}`] : [];
  return deliver(
    {
      created: { kind: 'create', uri: drafted.uri, text: drafted.text },
      edits: drafted.links,
      root: target.folder,
      how: [`drafted from ${count(drafted.systems, 'card')}`, ...linked].join('; '),
      next: { steps: 'fill in what is marked TODO. Then see what the organization owes:', check: given },
    },
    engine,
    { isDryRun },
    io,
  );
}
