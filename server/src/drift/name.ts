/** Names of models and data sets as people write them: `gpt-4o-mini`, `openai/gpt-4o-mini-2024-07-18`, "GPT-4o mini". */

/** A name taken apart, so that two spellings of the same thing can be told from two things. */
export interface Name {
  /** Letters and digits of the name itself: without maker, date, tag and file extension. */
  readonly key: string;
  /** The same, word by word. */
  readonly words: readonly string[];
  /** Whose it is, where the name says so: `meta-llama`. Gateways and hosts (`azure/…`, `openai/…`) are nobody. */
  readonly owner?: string;
  /** A variant behind a colon: `8b` of `llama3:8b`. */
  readonly tag?: string;
  /** A snapshot, as digits: `20240718` of `gpt-4o-mini-2024-07-18`. */
  readonly dated?: string;
}

/** Behind a colon, but no variant: the newest one, a version of the host, a digest. */
const NO_VARIANT = /^(?:latest|\d+|[0-9a-f]{12,})$/;

/** What stands before a name at a gateway or in a configuration, and is not part of it. */
const GATEWAYS = new Set(
  (
    'openai azure azure_ai azureml bedrock vertex_ai vertexai gemini google google-ai google-genai google_genai ' +
    'google-vertex google_vertexai models anthropic openrouter ollama ollama_chat huggingface hf groq together ' +
    'together_ai replicate fireworks fireworks_ai accounts mistral mistralai cohere deepseek xai litellm_proxy ' +
    'text-completion-openai bedrock_converse anthropic-vertex perplexity deepinfra cerebras nvidia_nim datasets ' +
    'foundation-model inference-profile kaggle tfhub'
  ).split(' '),
);

const HUB_ADDRESS =
  /^(?:https?:\/\/)?(?:www\.)?(?:huggingface\.co|hf\.co|tfhub\.dev|kaggle\.com|openml\.org|download\.pytorch\.org)\/|^hf:\/\//;
const BEHIND_NAME = /(?:\/(?:resolve|blob|tree|raw)\/|[?#]).*$/;
const BEDROCK =
  /^(?:(?:us|eu|apac|global|us-gov|jp|au)\.)?(?:anthropic|meta|amazon|mistral|cohere|ai21|stability|deepseek|openai|qwen|writer|luma|twelvelabs)\.(?=[a-z])/;
const EXTENSION =
  /\.(?:joblib|pkl|pickle|pt|pth|ckpt|bin|onnx|ort|h5|hdf5|keras|safetensors|gguf|ggml|tflite|pb|mlmodel|mlpackage|model|engine|zip|tar|tgz|gz|csv|tsv|jsonl?|parquet|arrow|txt)$/;

/** Snapshots of hosted models. */
const SNAPSHOTS: readonly RegExp[] = [
  /[-@_](\d{4}-\d{2}-\d{2})$/,
  /[-@_]((?:19|20)\d{6})(?:-v\d+)?$/,
  /-(?:preview|exp)-(\d{2}-\d{2}|\d{4})$/,
  /-(\d{4})$/,
  /(?<=(?:gemini|bison|gecko|imagen|unicorn).*)[-@](00\d)$/,
];

interface Undated {
  readonly name: string;
  readonly dated?: string;
}

function undated(text: string): Undated {
  const name = text.replace(/[-@:]latest$/, '');
  for (const pattern of SNAPSHOTS) {
    const match = pattern.exec(name);
    const date = match?.[1];
    if (match === null || date === undefined) continue;
    return { name: name.slice(0, match.index), dated: date.replaceAll('-', '') };
  }
  return { name };
}

/**
 * Who publishes others' models on the Hugging Face Hub, converted to ONNX for Transformers.js, under the name of the
 * original: `Xenova/bge-m3` is `BAAI/bge-m3`, `onnx-community/Qwen3-0.6B-ONNX` is `Qwen/Qwen3-0.6B`. Sources:
 * https://huggingface.co/BAAI/bge-m3/discussions/12, https://huggingface.co/spaces/onnx-community/convert-to-onnx.
 */
const CONVERTERS = new Set(['xenova', 'onnx-community']);

/** Who signs in with which password is no part of an address. */
const SIGN_IN = /^([a-z][a-z0-9+.-]*:\/\/)[^\s/]*@/;

/** Without addresses, gateways and what a fine-tuning service puts around a name: `ft:gpt-4o-mini:acme::a1`. */
function bare(text: string): string {
  let name = text
    .trim()
    .toLowerCase()
    .replace(SIGN_IN, '$1')
    .replace(HUB_ADDRESS, '')
    .replace(BEHIND_NAME, '');
  name = /^ft:([^:]+)/.exec(name)?.[1] ?? name;
  if (name.startsWith('arn:')) name = name.slice(name.lastIndexOf('/') + 1);
  const prefix = /^([\w.-]+):(?=[^/\\])/.exec(name);
  if (prefix && GATEWAYS.has(prefix[1] ?? '')) name = name.slice(prefix[0].length);
  return name.replace(/^[./\\]+|[/\\]+$/g, '');
}

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');
const wordsOf = (text: string): readonly string[] => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/** @returns undefined where the text has no name in it */
export function parseName(text: string): Name | undefined {
  const segments = bare(text)
    .split(/[/\\]+/)
    .filter((each, index, all) => index === all.length - 1 || !GATEWAYS.has(each));
  const last = (segments.at(-1) ?? '').replace(EXTENSION, '').replace(BEDROCK, '');
  const [, plain = last, tag] = /^([^:]*[^:\s]):(\S+)$/.exec(last) ?? [];
  const maker = segments.at(-2);
  const isConverted = maker !== undefined && CONVERTERS.has(maker);
  const { name, dated } = undated(isConverted ? plain.replace(/-onnx$/, '') : plain);
  const key = lettersOf(name);
  if (!/\p{L}/u.test(key)) return undefined;
  const owner = isConverted ? undefined : maker;
  return {
    key,
    words: wordsOf(name),
    ...(owner === undefined ? {} : { owner }),
    ...(tag === undefined || NO_VARIANT.test(tag) ? {} : { tag }),
    ...(dated === undefined ? {} : { dated }),
  };
}

/** The last part of a path. */
export const fileName = (path: string): string => /[^/\\]*$/.exec(path.replace(/[/\\]+$/, ''))?.[0] ?? path;

/** `Meta-Llama-3` of `meta-llama` is `Llama-3` too. */
function keysOf({ key, words: [first, ...others], owner }: Name): readonly string[] {
  const isMaker = first !== undefined && others.length > 0 && owner?.split(/[-_]/)[0] === first;
  return isMaker ? [key, others.join('')] : [key];
}

const agree = (one: string | undefined, other: string | undefined): boolean =>
  one === undefined || other === undefined || one === other;

/** Do two names mean the same model or data set? Another snapshot of it is the same; who leaves the owner out means any. */
export function isSame(one: Name, other: Name): boolean {
  if (!agree(one.owner, other.owner) || !agree(one.tag, other.tag)) return false;
  const keys = keysOf(other);
  return keysOf(one).some((key) => keys.includes(key));
}

/** Does a name without a figure (`Claude`, `whisper`) stand for a whole family, this one in it? */
export const isFamilyOf = (family: Name, member: Name): boolean =>
  /^\p{L}+$/u.test(family.key) &&
  family.words.length < member.words.length &&
  family.words.every((word, index) => member.words[index] === word);

/** Do the words of a name stand in a text one after the other? `gpt-4o` does not stand in `gpt-4o-mini`. */
export function isMentioned(name: string, text: string): boolean {
  const plain = name.trim().toLowerCase();
  if (plain === '') return false;
  const where = text.toLowerCase();
  for (let at = where.indexOf(plain); at >= 0; at = where.indexOf(plain, at + 1)) {
    const after = where.slice(at + plain.length);
    if (!/[\p{L}\p{N}_-]/u.test(where[at - 1] ?? '') && !/^(?:[\p{L}\p{N}_-]|[.:]\S)/u.test(after))
      return true;
  }
  return false;
}
