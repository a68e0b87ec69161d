/** What a model is used for, where the call that loads or asks it tells. Words of the Hugging Face hub. */

const TASKS: readonly (readonly [RegExp, string])[] = [
  [/ForSequenceClassification/, 'text-classification'],
  [/ForTokenClassification/, 'token-classification'],
  [/ForQuestionAnswering/, 'question-answering'],
  [/ForMaskedLM/, 'fill-mask'],
  [/ForCausalLM|^(?:vllm|llama_cpp|mlx_lm|gpt4all)\./, 'text-generation'],
  [/ForSeq2SeqLM/, 'text2text-generation'],
  [/ForSpeechSeq2Seq|^(?:whisper|whisperx|faster_whisper)\.|ForCTC/, 'automatic-speech-recognition'],
  [/ForImageClassification|^torchvision\.models\.(?!detection|segmentation)/, 'image-classification'],
  [
    /ForObjectDetection|^torchvision\.models\.detection|^ultralytics\.(?:.*\.)?(?:YOLO|RTDETR)/,
    'object-detection',
  ],
  [/CrossEncoder/, 'text-ranking'],
  [/^sentence_transformers\.|embed/i, 'feature-extraction'],
  [/^diffusers\./, 'text-to-image'],
  [/images?[._](?:generate|create|edit)|generateImage/i, 'text-to-image'],
  [/transcri(?:be|ptions?)/i, 'automatic-speech-recognition'],
  [/speech/i, 'text-to-speech'],
  [/moderations?\b/i, 'text-classification'],
  [/rerank/i, 'text-ranking'],
  [
    /(?:completions?|responses?|messages?)\.(?:create|parse|stream)|converse|generate_?content|generateText|streamText|Chat[A-Z]|chat\b/i,
    'text-generation',
  ],
];

/** @param callee dotted name of the call */
export const taskOf = (callee: string): string | undefined =>
  TASKS.find(([pattern]) => pattern.test(callee))?.[1];
