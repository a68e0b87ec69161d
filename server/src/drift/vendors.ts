/** Providers of hosted models as code names them, and suppliers as people write them. */
import type { Signal } from '../code/types';

/** Other words for a provider, beside its own name. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  'Microsoft Azure': ['azure', 'microsoft', 'openai'],
  'Amazon Bedrock': ['bedrock', 'amazon', 'aws', 'anthropic'],
  Google: ['google', 'gemini', 'vertex', 'gcp', 'alphabet', 'deepmind'],
  'Mistral AI': ['mistral'],
  'Together AI': ['together'],
  'Fireworks AI': ['fireworks'],
  'Voyage AI': ['voyage', 'mongodb'],
  'Jina AI': ['jina'],
  'AI21 Labs': ['ai21'],
  'Zhipu AI': ['zhipu', 'bigmodel'],
  'Alibaba Cloud': ['alibaba', 'aliyun', 'dashscope'],
  'Stability AI': ['stability'],
  Anthropic: ['anthropic', 'claude'],
  xAI: ['xai', 'grok'],
};

/** They run on one's own machines: whoever makes the software supplies no service. */
const SELF_HOSTED = new Set(['Ollama']);

const isVendor = (provider: string): boolean => !SELF_HOSTED.has(provider);

/**
 * Whose service a call asks. A client of Hugging Face that is given no name of a model may speak to any server that runs
 * its software.
 * @returns undefined where it asks nobody's, or nobody can tell
 */
export function vendorAsked({ kind, provider, target }: Signal): string | undefined {
  if ((kind !== 'ai-api-call' && kind !== 'train') || provider === undefined || !isVendor(provider))
    return undefined;
  const isClear = provider !== 'Hugging Face' || (target !== undefined && !target.includes('://'));
  return isClear ? provider : undefined;
}

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Does a text that names a supplier mean this provider? */
export function meansProvider(text: string, provider: string): boolean {
  const letters = lettersOf(text);
  return (WORDS[provider] ?? [lettersOf(provider)]).some((word) => letters.includes(word));
}
