/** `aims attest PATH --by PERSON`: records in `aims.lock` who approved what, and the digest of its content. */
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { attest as record, type Attestation, type LockChange } from '../features/attest';
import { added } from '../features/attest/records';
import { dayOf, timestampOf } from '../clock';
import { createGit } from '../node/git';
import { replaceFiles, WriteError } from '../node/replace-files';
import { attestJson } from './attest-json';
import { linesOf } from './attest-report';
import { choose, rejectNothing } from './attest-scope';
import { attestText } from './attest-text';
import { readArgs, readWord, type Command } from './command';
import { readDayOption, readNow } from './day';
import { openEngines, type Engine } from './engine';
import { EXIT, UsageError, type Io } from './io';
import { onDisk } from './source';
import { printable } from './terminal';

const FORMATS = ['text', 'json'] as const;

const HELP = `aims attest PATH --by PERSON [options]

Records in aims.lock that a person approved what stands at PATH, a card, an organization's file, an impact assessment or
a folder: who, since when, and a digest of the content, so that a later change makes the approval suspect. It is a
record, not a signature.

Without --only: all that names the person as approver, reviewer or owner. What cannot be approved, such as a draft, is
listed, and the rest recorded.

  --by PERSON              who approved: an id of 'people', or a name
  --effective YYYY-MM-DD   the day the approval was given (the day the file states, or today, in UTC)
  --only ROUTE             only this, whoever is named there, such as policy, controls/A.6.2.4 or controls (every row); all or none
  --dry-run                say what would be recorded, write nothing
  --format text|json       how to print it (text)

Exit code: 0 all recorded, 1 something was refused, 2 it could not be done.
`;

const options = {
  by: { type: 'string' },
  effective: { type: 'string' },
  only: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  format: { type: 'string', default: 'text' },
} as const;

export const attest: Command = {
  name: 'attest',
  summary: 'Record who approved what, so that later changes show.',
  help: HELP,
  run: async (args, io) => {
    const { values, positionals } = readArgs('attest', args, options);
    const format = readWord('format', values.format, FORMATS);
    const [path, another] = positionals;
    if (path === undefined)
      throw new UsageError('attest needs a file or folder, such as `aims attest aims.yaml --by dana`');
    if (another !== undefined) throw new UsageError(`attest takes one path, not also ${printable(another)}`);
    if (values.by === undefined) throw new UsageError('attest needs --by: who approved?');
    const now = readNow(io);
    const today = dayOf(now);
    const effective = readDayOption('effective', values.effective, io);
    if (effective !== undefined && effective > today)
      throw new UsageError(
        `--effective ${effective}: today is ${today} (UTC); record an approval once it is given`,
      );
    const wanted = { by: values.by, only: values.only };
    const source = onDisk(io);
    const target = await source.target(path);
    const [engine] = await openEngines([target], today, source);
    if (!engine) throw new UsageError(`${printable(path)} cannot be read`);
    rejectNothing(engine, wanted, path);
    const { approvables, context } = await engine.service.toApprove(choose(engine, wanted));
    const email = await createGit(target.root, { environment: io.env }).userEmail();
    const attestation = record(approvables, context, {
      ...wanted,
      effective,
      today,
      recordedOn: timestampOf(now),
      email: email.known ? email.value : undefined,
    });
    const isRefused = attestation.outcomes.some(({ kind }) => kind === 'refused');
    const writes = !values['dry-run'] && !(isRefused && values.only !== undefined);
    if (writes && !(await write(target.root, attestation.changes, io))) return EXIT.failed;
    const lines = linesOf(attestation, context.snapshot, writes);
    io.out(
      format === 'json'
        ? attestJson(lines, target.folder)
        : attestText(lines, { cwd: io.cwd, color: io.color, isDryRun: values['dry-run'] }),
    );
    const isWhole = tellTroubles(attestation, engine, { io, all: values.only === undefined });
    return isRefused || !isWhole ? EXIT.findings : EXIT.clean;
  },
};

/** @returns false where it failed, which was said: then no file is another */
async function write(root: string, changes: readonly LockChange[], io: Io): Promise<boolean> {
  try {
    await replaceFiles(
      root,
      changes.map(({ uri, entries }) => {
        const path = fileURLToPath(uri);
        // Added anew to what stands there now: somebody else may have written meanwhile.
        const text = (before: string | undefined): string => {
          const result = added(before, entries);
          if ('problem' in result) throw new WriteError(path, result.problem.message);
          return result.text;
        };
        return { path, text };
      }),
    );
    return true;
  } catch (error) {
    if (!(error instanceof WriteError)) throw error;
    const path = printable(relative(io.cwd, error.path));
    io.err(`aims: nothing was recorded. ${path} cannot be written: ${printable(error.message)}`);
    return false;
  }
}

/**
 * What kept the answer from being whole.
 * @param all was everything asked for, so that what could not be seen is missed?
 * @returns false where anything did
 */
function tellTroubles(
  { troubles, outcomes }: Attestation,
  { snapshot, covers, failures }: Engine,
  { io, all }: { readonly io: Io; readonly all: boolean },
): boolean {
  const pathOf = (uri: string): string => printable(relative(io.cwd, fileURLToPath(uri)));
  const told = new Set(outcomes.map(({ approvable }) => approvable.uri));
  const broken = [...snapshot.files.values()]
    .filter(({ artefacts }) => artefacts.some(({ yaml }) => !yaml.complete))
    .map(({ uri }) => [uri, 'it has a syntax error'] as const);
  const unseen = all ? [...snapshot.unreadable, ...broken] : [];
  const lines = [
    ...troubles.map(({ uri, line, message }) => `${pathOf(uri)}:${line + 1} ${message}`),
    ...unseen
      .filter(([uri]) => covers(uri) && !told.has(uri))
      .map(([uri, reason]) => `Nothing in ${pathOf(uri)} was approved: ${printable(reason)}.`),
    ...failures.map(printable),
  ];
  for (const each of lines) io.err(each);
  return lines.length === 0;
}
