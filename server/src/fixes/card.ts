/** A first card for a folder of ML code: what the code tells is filled in, what only people know is marked. */
import type { Signal } from '../code/types';
import type { Snapshot } from '../workspace/snapshot';
import { baseName, folderOf } from '../workspace/uri';
import type { Fix } from './edit';
import { flowText, PLACEHOLDER, yamlText } from './scalar';

/** Folders named after what files are, not what they are for. */
const GENERIC = /^(?:src|app|code|lib|python|scripts|notebooks?|models?|ml|training)$/i;

/** Libraries whose model names are those of the Hugging Face hub. */
const HUB_LIBRARIES = new Set(['transformers', 'sentence-transformers', 'diffusers', 'peft', 'setfit']);

const slug = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}.]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .toLowerCase();

function idFor(snapshot: Snapshot, folder: string): string {
  const isRoot = snapshot.roots.includes(folder);
  const named = GENERIC.test(baseName(folder)) && !isRoot ? folderOf(folder) : folder;
  const id = slug(baseName(named)) || 'system';
  const taken = new Set(snapshot.systems.map((system) => system.id));
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? id : `${id}-${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}

const nameFor = (id: string): string => {
  const words = id.replace(/-+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** A name on a hub or at a provider, as opposed to a file of our own. */
const isPublicName = (target: string): boolean =>
  !/^[./~]|\\|:\/\/|\.(?:joblib|pkl|pickle|pt|pth|bin|onnx|h5|keras|safetensors|gguf|json|txt)$/i.test(
    target,
  );

function modelLines(signal: Signal): readonly string[] {
  const { target = '', provider, library } = signal;
  const id = slug(target.slice(target.lastIndexOf('/') + 1));
  const from = provider ?? (HUB_LIBRARIES.has(library) ? 'huggingface' : undefined);
  const origin = from === undefined ? '' : `, provider: ${flowText(yamlText(slug(from)))}`;
  return [
    `  - id: ${yamlText(id)}`,
    `    task: ${PLACEHOLDER}`,
    ...(isPublicName(target) ? [`    basedOn: { name: ${flowText(yamlText(target))}${origin} }`] : []),
  ];
}

/** One entry a model that the calls name; one for a model that is trained here and has no name. */
function modelsIn(id: string, calls: readonly Signal[]): readonly string[] {
  const named = calls.filter(({ kind, target }) => kind !== 'train' && slug(target ?? '') !== '');
  const lines = new Map(
    named.map((signal) => {
      const entry = modelLines(signal);
      return [entry[0] ?? '', entry];
    }),
  );
  if (lines.size === 0) return [`  - id: ${yamlText(`${id}-model`)}`, `    task: ${PLACEHOLDER}`];
  return [...lines.values()].flat();
}

export function cardText(id: string, calls: readonly Signal[]): string {
  const libraries = [...new Set(calls.map(({ library }) => library))].sort();
  return [
    'aims: 1',
    'kind: system',
    `id: ${yamlText(id)}`,
    `name: ${yamlText(nameFor(id))}`,
    `owner: ${PLACEHOLDER}`,
    '# What you are to the system: developer, provider, deployer, user, …',
    'role: [developer]',
    `purpose: ${PLACEHOLDER}`,
    '# How far it is: from inception to retirement. It decides what is due.',
    'lifecycle: { stage: design-development }',
    'use:',
    `  intended: [${PLACEHOLDER}]`,
    'models:',
    ...modelsIn(id, calls),
    'resources:',
    `  tools: [${libraries.map((library) => flowText(yamlText(library))).join(', ')}]`,
    '',
  ].join('\n');
}

/**
 * Creates the card in the folder: as `aims.yaml`, or as `<id>.aims.yaml` where that name is taken.
 * @param calls of models in the folder's files
 */
export function newCard(snapshot: Snapshot, folder: string, calls: readonly Signal[]): readonly Fix[] {
  const id = idFor(snapshot, folder);
  const uri = ['aims.yaml', `${encodeURIComponent(id)}.aims.yaml`]
    .map((name) => `${folder}/${name}`)
    .find((candidate) => !snapshot.files.has(candidate) && !snapshot.unreadable.has(candidate));
  if (uri === undefined || calls.length === 0) return [];
  return [
    {
      title: 'Create a card for this folder',
      preferred: true,
      changes: [{ kind: 'create', uri, text: cardText(id, calls) }],
    },
  ];
}
