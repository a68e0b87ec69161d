/** `aims init`: drafts the card of a system, its impact assessment, or the file of an organization. */
import { readArgs, type Command } from './command';
import { initAssessment } from './init/assessment';
import { initCard } from './init/card';
import { initOrganization } from './init/organization';
import { UsageError } from './io';
import { printable } from './terminal';

const HELP = `aims init [PATH] [--assessment [--system ID] | --organization] [--dry-run]

Drafts a card, aims.yaml, for an AI system from what is there: calls of libraries in the code, the front matter of a
README.md as on the Hugging Face Hub, MLmodel, dvc.yaml and *.dvc, files that name packages (requirements*.txt,
pyproject.toml, setup.cfg, setup.py, Pipfile, environment.yml, package.json) and lock their versions, Dockerfile and
compose.yaml, the licence and git. Nothing of it is run. A comment names the source of each value. What no file says is
marked TODO. Nothing that is there is overwritten.

The card goes into the folder PATH. For a file of code, and without PATH, it goes where the editor puts it: into the
nearest folder above that names packages or is a repository, else beside the code.

  --assessment     draft the impact assessment of the system whose card is PATH, is in it, or is the nearest above: a
                   file beside the card, which links it where it links none yet
  --system ID      with --assessment: the system, where several have no assessment yet
  --organization   draft the file of the organization whose systems are below PATH (the repository), from their cards;
                   owners they name by name or address are then named by their id there
  --dry-run        print the file, and on standard error what it is drafted from; write nothing

Exit code: 0, or 2 where there is such a file already, nothing to draft it from, or it cannot be written.
`;

const options = {
  assessment: { type: 'boolean', default: false },
  system: { type: 'string' },
  organization: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
} as const;

export const init: Command = {
  name: 'init',
  summary: 'Draft a card, an impact assessment or an organization.',
  help: HELP,
  run: (args, io) => {
    const { values, positionals } = readArgs('init', args, options);
    const [typed, another] = positionals;
    if (another !== undefined) throw new UsageError(`init takes one path, not also ${printable(another)}`);
    if (values.assessment && values.organization)
      throw new UsageError('init drafts an assessment or an organization, not both at once');
    if (values.system !== undefined && !values.assessment)
      throw new UsageError('--system says whose assessment to draft: give it with --assessment');
    const asked = { typed, isDryRun: values['dry-run'] };
    if (values.assessment) return initAssessment({ ...asked, system: values.system }, io);
    return values.organization ? initOrganization(asked, io) : initCard(asked, io);
  },
};
