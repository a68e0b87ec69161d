/** How libraries name what they load: by a name of their own, by one of the Hugging Face hub, or by a file. */
import type { Signal } from '../code/types';

/** Libraries that take names of the hub, and folders too. */
const HUB = new Set(
  (
    'transformers diffusers sentence-transformers peft optimum adapters setfit huggingface-hub trl unsloth vllm mlx-lm ' +
    'ctransformers FlagEmbedding ragatouille auto-gptq awq gliner span-marker parler-tts colpali-engine mamba-ssm ' +
    '@huggingface/transformers @huggingface/hub langchain-huggingface langchain-community langchain llama-index haystack ' +
    'llamaindex @llamaindex/huggingface @langchain/community datasets nlp'
  ).split(' '),
);

/** Libraries with a list of names of their own; each with what its names leave out. */
const OWN_NAMES: Readonly<Record<string, string>> = {
  'openai-whisper': 'whisper',
  'faster-whisper': 'whisper',
  whisperx: 'whisper',
  clip: 'clip',
  'open-clip': 'clip',
  timm: '',
  spacy: '',
  ultralytics: '',
  'keras-hub': '',
  'keras-nlp': '',
  'tensorflow-hub': '',
  'tensorflow-datasets': '',
  'torch-geometric': '',
  'scikit-learn': '',
  'coqui-tts': '',
  audiocraft: '',
  speechbrain: '',
  gpt4all: '',
  kagglehub: '',
  '@mlc-ai/web-llm': '',
  ml5: '',
};

/** What names itself: `torchvision.models.resnet50`. The group is the name. */
const NAMED_BY_CALL: readonly RegExp[] = [
  /^torchvision\.models\.(?:.*\.)?([a-z][a-z_]*\d[a-z0-9_]*|alexnet|googlenet)$/,
  /^torchvision\.datasets\.(?:.*\.)?(?!ImageFolder$|DatasetFolder$)(\w+)$/,
  /^torchaudio\.datasets\.(\w+)$/,
  /^torchaudio\.pipelines\.(\w+)\.get_model$/,
  /^torchtext\.(?:legacy\.|experimental\.)?datasets\.(\w+)/,
  /^sklearn\.datasets\.(?:load|fetch)_(?!files$|svmlight|sample_image|openml$)(\w+)$/,
  /^keras\.applications\.(?:.*\.)?(\w+)$/,
  /^keras\.datasets\.(\w+)\.load_data$/,
  /^statsmodels\.(?:.*\.)?datasets\.(\w+)\.load/,
  // A model of spaCy is a package.
  /^([a-z]{2}_(?:core|ent)_\w+)\.load$/,
  /^@tensorflow-models\/([\w-]+)\./,
];

/** Calls that say it by themselves, whatever the rest of their library does. */
const BY_CALL: readonly (readonly [RegExp, Naming])[] = [
  [/(?:^|\.)from_pretrained$/, { by: 'hub' }],
  [/^(?:torch\.hub\.load|gensim\.downloader\.load)$/, { by: 'library', family: '' }],
  [/^sklearn\.datasets\.load_|^datasets\.(?:.*\.)?load_from_disk$|^datasets\.Dataset\.from_/, { by: 'file' }],
];

/** @returns the name a call has in it, apart from its arguments */
export function nameInCall({ callee }: Signal): string | undefined {
  for (const pattern of NAMED_BY_CALL) {
    const name = pattern.exec(callee)?.[1];
    // `torchaudio.pipelines.__dict__[name]` is whichever.
    if (name !== undefined) return name.startsWith('_') ? undefined : name;
  }
  return undefined;
}

export type Naming =
  | { readonly by: 'hub' }
  /** `family`: what the library's short names leave out, such as `whisper` of `small`. */
  | { readonly by: 'library'; readonly family: string }
  | { readonly by: 'file' };

/** How to read the target of a call. */
export function namingOf({ library, callee, kind }: Signal): Naming {
  if (kind === 'ai-api-call' || kind === 'train') return { by: 'library', family: '' };
  const told = BY_CALL.find(([pattern]) => pattern.test(callee));
  if (told) return told[1];
  if (HUB.has(library)) return { by: 'hub' };
  const family = OWN_NAMES[library];
  return family === undefined ? { by: 'file' } : { by: 'library', family };
}
