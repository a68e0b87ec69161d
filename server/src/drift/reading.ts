/** Is a text in code a public name, a file, or nothing anybody could know? In doubt it is not public. */
import type { Signal } from '../code/types';
import { isPlaceholder } from '../model/scalars';
import type { Naming } from './registry';

/**
 * `public`: others know it by this name. `perhaps`: so it looks, yet a folder of one's own could be called that.
 * `file`: a path inside the workspace. `elsewhere`: a path or address outside it, or a name one gave to a deployment of
 * one's own: nobody can tell from here what that is.
 */
export type Known = 'public' | 'perhaps' | 'file' | 'elsewhere';

const LONGEST_NAME = 200;
/** Texts that hold the place of a name. */
const HOLDS_A_PLACE =
  /[\s<>{}$|*]|^\[|^(?:model|model[-_]?(?:name|id|path)|name|none|null|auto|default|test|dummy|fake|mock|placeholder|todo|x{3,}|foo|bar|some[-_]?model)$|(?:^|\/)(?:your|my)[-_]|^__|^(?:user|user[-_]?name|org|organi[sz]ation|namespace|repo|myorg|me)\//i;

export const isPlaceholderName = (text: string): boolean =>
  text.length > LONGEST_NAME || !/\p{L}/u.test(text) || HOLDS_A_PLACE.test(text) || isPlaceholder(text);

/** Makers' names for their models: whoever serves them, these are theirs. */
const HOSTED_FAMILY =
  /(?:^|[./:])(?:gpt-?\d|chatgpt|o[1-9](?:-|$)|text-(?:embedding|davinci|moderation|bison)|omni-moderation|whisper|tts-|dall-e|gpt-image|sora|codex|claude|gemini|gemma|imagen|veo|palm|mistral|mixtral|codestral|ministral|magistral|pixtral|devstral|command|embed-|rerank|llama|meta-llama|codellama|qwen|qwq|deepseek|grok|sonar|jamba|titan|nova-|voyage|jina|phi[-\d]|kimi|moonshot|glm-|granite|nomic-embed|mxbai)/;

/** Hosts where everybody names what they run themselves. */
const OWN_NAMES_AT = new Set(['Microsoft Azure', 'Ollama']);

/** Is the id of a hosted model its maker's, not one that somebody gave to a deployment of theirs? */
export function hostedName({ provider }: Signal, target: string): Known {
  if (HOSTED_FAMILY.test(target.toLowerCase())) return 'public';
  if (provider === undefined || OWN_NAMES_AT.has(provider)) return 'elsewhere';
  return /^https?:|^projects\/|endpoint|^arn:/i.test(target) ? 'elsewhere' : 'public';
}

const MODEL_HUB =
  /^(?:https?:\/\/)?(?:www\.)?(?:huggingface\.co|hf\.co|tfhub\.dev|kaggle\.com|openml\.org|download\.pytorch\.org)\/|^hf:\/\//i;
const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\/|^(?:models|runs|mlflow-artifacts):\//i;
const OUTSIDE = /^(?:[/~]|[a-z]:[\\/])/i;
const FILE =
  /\.(?:joblib|pkl|pickle|pt|pth|ckpt|bin|onnx|ort|h5|hdf5|keras|safetensors|gguf|ggml|tflite|pb|mlmodel|model|engine|zip|tar|tgz|gz|csv|tsv|jsonl?|ya?ml|toml|py|parquet|arrow|txt|db)$/i;
/** Files that a library fetches by their name. */
const FETCHED_FILE = /^(?:yolo|rtdetr|fastsam|mobile_sam|sam\d?[_.])[\w.-]*\.pt$|^[\w.-]+\.gguf$/i;

/** Words folders of one's own are called by. */
const OWN_WORDS = new Set(
  (
    'model models checkpoint checkpoints ckpt ckpts output outputs out result results data dataset datasets weights weight ' +
    'artifact artifacts saved save run runs log logs tmp temp cache trained train training finetuned fine tuned tune best ' +
    'final last latest local assets asset pretrained my our new lora adapter adapters merged exp experiment experiments ' +
    'src app lib work static public resources storage download downloads'
  ).split(' '),
);
const isOwnWord = (segment: string): boolean =>
  segment.split(/[^a-z]+/i).every((word) => word === '' || OWN_WORDS.has(word.toLowerCase()));

/** Names without an owner that the hub has had from the beginning. */
const EARLY_NAME =
  /^(?:(?:albert|bert|camembert|distilbert|roberta|distilroberta|xlm-roberta|xlnet|t5|xlm)-(?:base|large|small|xlarge|xxlarge|multilingual|clm|mlm|3b|11b)|(?:distil)?gpt2(?:-(?:medium|large|xl))?$|openai-gpt$|ctrl$|transfo-xl-|all-(?:minilm|mpnet|roberta|distilroberta)-|paraphrase-|multi-qa-|msmarco-|distiluse-|labse$|gtr-t5-|sentence-t5-|clip-vit-)/i;

/** @returns undefined where the text is a name, not a path or address */
export function pathKind(target: string, by: Naming['by']): Known | undefined {
  if (MODEL_HUB.test(target)) return undefined;
  if (ADDRESS.test(target) || OUTSIDE.test(target)) return 'elsewhere';
  if (/^\.{1,2}[\\/]|\\/.test(target)) return 'file';
  const segments = target.split('/');
  if (by === 'library' && segments.length === 1 && FETCHED_FILE.test(target)) return undefined;
  // A description of an architecture, of which nothing was learnt.
  if (/\.(?:ya?ml|toml|py)$/i.test(target)) return 'elsewhere';
  if (by === 'file' || FILE.test(target)) return 'file';
  if (isOwnWord(segments[0] ?? '')) return 'file';
  return by === 'hub' && segments.length > 2 ? 'file' : undefined;
}

/** The same of datasets. */
const EARLY_DATASETS = new Set(
  (
    'ag_news ai2_arc amazon_polarity beans billsum bookcorpus boolq c4 cats_vs_dogs cifar10 cifar100 cnn_dailymail ' +
    'code_search_net common_voice conll2003 daily_dialog dbpedia_14 emotion fashion_mnist food101 funsd glue gsm8k ' +
    'hellaswag hotpot_qa imdb librispeech_asr mc4 mnist ms_marco multi_nli natural_questions openbookqa openwebtext ' +
    'opus_books oscar piqa poem_sentiment race rotten_tomatoes samsum sms_spam snli squad squad_v2 sst2 super_glue swag ' +
    'trec trivia_qa tweet_eval wikipedia wikitext winogrande wmt14 wmt16 wnut_17 xnli xsum yelp_polarity yelp_review_full'
  ).split(' '),
);

/** A name for the hub, which a folder could have as well. */
export const hubName = (target: string, what: 'model' | 'dataset'): Known =>
  target.includes('/') ||
  MODEL_HUB.test(target) ||
  (what === 'model' ? EARLY_NAME.test(target) : EARLY_DATASETS.has(target.toLowerCase()))
    ? 'public'
    : 'perhaps';
