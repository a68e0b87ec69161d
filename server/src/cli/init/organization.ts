/** `aims init --organization [PATH]`: drafts the file of an organization from the cards below a folder. */
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { draftOrganization, organizationOver } from '../../draft';
import { toUri } from '../../node/paths';
import { EXIT, UsageError, type Io } from '../io';
import { count, printable, quoted } from '../terminal';
import { lookAt, pathFrom, type Asked } from './look';
import { writeFiles } from './write';

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
  for (const line of engine.failures) io.err(printable(line));
  if (isDryRun) {
    io.out(drafted.text);
    return EXIT.clean;
  }
  await writeFiles(
    target.folder,
    [{ kind: 'create', uri: drafted.uri, text: drafted.text }],
    engine.snapshot,
    io,
  );
  io.out(`Wrote ${pathFrom(io, fileURLToPath(drafted.uri))}, drafted from ${count(drafted.systems, 'card')}.

Next: fill in what is marked TODO. Then see what the organization owes:

  aims check ${quoted(given)}
`);
  return EXIT.clean;
}
