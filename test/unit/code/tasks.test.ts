/** What a model is used for, as calls tell it: the words a drafted card says. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileSignals } from '../../../scripts/signals/compile';
import { analyseCode } from '../../../server/src/code';
import { SIGNALS } from '../../../server/src/code/signals.generated';
import { taskLine } from '../../../server/src/code/tasks';
import { factsOf } from './support/read';

/** One call of each line of the table, as facts name it. */
const TASKS: Readonly<Record<string, readonly string[]>> = {
  'automatic-speech-recognition': [
    'transformers.AutoModelForSpeechSeq2Seq.from_pretrained',
    'whisper.load_model',
    'openai.OpenAI.audio.transcriptions.create',
    'openai.OpenAI.audio.translations.create',
  ],
  'text-classification': [
    'transformers.AutoModelForSequenceClassification.from_pretrained',
    'transformers.TFBertForSequenceClassification.from_pretrained',
    'setfit.SetFitModel.from_pretrained',
    'fasttext.train_supervised',
    '@tensorflow-models/toxicity.load',
    'openai.OpenAI.moderations.create',
  ],
  'token-classification': ['transformers.AutoModelForTokenClassification.from_pretrained'],
  'table-question-answering': ['transformers.AutoModelForTableQuestionAnswering.from_pretrained'],
  'visual-question-answering': ['transformers.AutoModelForVisualQuestionAnswering.from_pretrained'],
  'document-question-answering': ['transformers.AutoModelForDocumentQuestionAnswering.from_pretrained'],
  'question-answering': ['transformers.AutoModelForQuestionAnswering.from_pretrained'],
  'multiple-choice': ['transformers.AutoModelForMultipleChoice.from_pretrained'],
  'fill-mask': ['transformers.AutoModelForMaskedLM.from_pretrained'],
  'text-generation': [
    'transformers.AutoModelForCausalLM.from_pretrained',
    'transformers.GPT2LMHeadModel.from_pretrained',
    'trl.SFTTrainer.train',
    'llama_cpp.Llama',
    '@mlc-ai/web-llm.CreateMLCEngine',
    'node-llama-cpp.getLlama.loadModel',
    'openai.OpenAI.chat.completions.create',
    'client.messages.create',
    'litellm.completion',
    'google.genai.Client.models.generate_content',
    '@aws-sdk/client-bedrock-runtime.ConverseCommand',
    '@langchain/community/chat_models/bedrock.BedrockChat',
    'langchain_ollama.OllamaLLM',
    'openai.OpenAI.fine_tuning.jobs.create',
    'dspy.LM',
    'pydantic_ai.Agent',
  ],
  'text2text-generation': ['transformers.T5ForConditionalGeneration.from_pretrained'],
  translation: ['transformers.MarianMTModel.from_pretrained'],
  'image-text-to-text': ['transformers.AutoModelForImageTextToText.from_pretrained'],
  'audio-classification': ['transformers.AutoModelForAudioClassification.from_pretrained'],
  'text-to-speech': [
    'transformers.AutoModelForTextToWaveform.from_pretrained',
    'TTS.api.TTS',
    'openai.OpenAI.audio.speech.create',
  ],
  'image-classification': [
    'transformers.AutoModelForImageClassification.from_pretrained',
    'torchvision.models.resnet18',
    '@tensorflow-models/mobilenet.load',
  ],
  'zero-shot-image-classification': ['transformers.AutoModelForZeroShotImageClassification.from_pretrained'],
  'zero-shot-object-detection': ['transformers.AutoModelForZeroShotObjectDetection.from_pretrained'],
  'object-detection': [
    'transformers.AutoModelForObjectDetection.from_pretrained',
    'torchvision.models.detection.fasterrcnn_resnet50_fpn',
    'ultralytics.YOLOWorld',
    'ultralytics.RTDETR',
    '@tensorflow-models/coco-ssd.load',
  ],
  'image-segmentation': [
    'transformers.AutoModelForSemanticSegmentation.from_pretrained',
    'torchvision.models.segmentation.fcn_resnet50',
  ],
  'mask-generation': ['transformers.AutoModelForMaskGeneration.from_pretrained'],
  'depth-estimation': ['transformers.AutoModelForDepthEstimation.from_pretrained'],
  'video-classification': [
    'transformers.AutoModelForVideoClassification.from_pretrained',
    'torchvision.models.video.r3d_18',
  ],
  'text-ranking': ['sentence_transformers.CrossEncoder', 'cohere.Client.rerank'],
  'feature-extraction': [
    'sentence_transformers.SentenceTransformer',
    'gensim.models.Word2Vec',
    '@tensorflow-models/universal-sentence-encoder.load',
    'openai.OpenAI.embeddings.create',
  ],
  'image-to-image': ['diffusers.StableDiffusionImg2ImgPipeline.from_pretrained'],
  'text-to-image': [
    'diffusers.StableDiffusionPipeline.from_pretrained',
    'openai.OpenAI.images.generate',
    'ai.experimental_generateImage',
  ],
  'image-to-text': ['easyocr.Reader'],
  none: [
    'diffusers.DiffusionPipeline.from_pretrained',
    'torchvision.models.optical_flow.raft_large',
    'vllm.LLM',
    'keras.applications.ResNet50',
    'ultralytics.YOLO',
  ],
  given: ['sklearn.model_selection.GridSearchCV.fit', 'sklearn.model_selection.cross_val_score'],
  'tabular-classification': [
    'sklearn.ensemble.RandomForestClassifier.fit',
    'sklearn.linear_model.LogisticRegression.fit',
    'sklearn.svm.SVC.fit',
    'sklearn.naive_bayes.GaussianNB.fit',
    'imblearn.ensemble.BalancedRandomForestClassifier.fit',
    'xgboost.XGBClassifier.fit',
    'pyspark.ml.classification.LogisticRegression.fit',
    'statsmodels.formula.api.logit.fit',
  ],
  'tabular-regression': [
    'sklearn.linear_model.Ridge.fit',
    'sklearn.ensemble.GradientBoostingRegressor.fit',
    'lightgbm.LGBMRegressor.fit',
    'pyspark.ml.regression.LinearRegression.fit',
    'statsmodels.api.OLS.fit',
  ],
  'anomaly-detection': ['sklearn.ensemble.IsolationForest.fit'],
  clustering: [
    'sklearn.cluster.KMeans.fit_predict',
    'hdbscan.HDBSCAN.fit',
    'pyspark.ml.clustering.KMeans.fit',
  ],
  'time-series-forecasting': [
    'statsmodels.tsa.arima.model.ARIMA.fit',
    'prophet.Prophet.fit',
    'autogluon.timeseries.TimeSeriesPredictor.fit',
  ],
  'reinforcement-learning': ['stable_baselines3.PPO.learn'],
};

/** Calls that may be for anything. */
const UNTOLD = [
  'transformers.AutoModel.from_pretrained',
  'transformers.Trainer.train',
  'sklearn.pipeline.Pipeline.fit',
  'torch.optim.Adam.step',
  'keras.Sequential.fit',
  'xgboost.train',
  'autogluon.tabular.TabularPredictor.fit',
  'speechbrain.inference.EncoderASR.from_hparams',
  'joblib.load',
  'model.fit',
];

const taskIn = (code: string): string | undefined => factsOf(code).signals.at(-1)?.task;

describe('the task of a model', () => {
  for (const [task, callees] of Object.entries(TASKS))
    for (const callee of callees)
      it(`${callee}: ${task}`, () => {
        assert.equal(taskLine(callee, () => false)?.task, task);
      });

  it('has a case for every line of the table', () => {
    const decided = new Set(
      Object.values(TASKS).flatMap((all) => all.map((each) => taskLine(each, () => false))),
    );
    assert.deepEqual(
      SIGNALS.tasks.filter((line) => !decided.has(line)).map(({ call }) => call),
      [],
    );
  });

  it('is not known where the call may be for anything', () => {
    for (const callee of UNTOLD)
      assert.equal(
        taskLine(callee, () => false),
        undefined,
        callee,
      );
  });

  it('is what pipeline() is asked for, in the word of the Hub', () => {
    const asked = (first: string): string | undefined =>
      taskIn(`from transformers import pipeline\npipeline(${first}, model="acme/m")\n`);
    assert.equal(asked('"sentiment-analysis"'), 'text-classification');
    assert.equal(asked('task="ner"'), 'token-classification');
    assert.equal(asked('"translation_en_to_fr"'), 'translation');
    assert.equal(asked('"summarization"'), 'summarization');
    assert.equal(asked('"our-own-task"'), undefined);
    assert.equal(asked('chosen'), undefined);
    const [call] =
      analyseCode(
        'file:///app.ts',
        "import { pipeline } from '@huggingface/transformers';\nawait pipeline('sentiment-analysis', 'Xenova/m');\n",
      )?.signals ?? [];
    assert.equal(call?.task, 'text-classification');
  });

  it('is that of the estimator a pipeline or a search is made of', () => {
    const made = (code: string): string | undefined =>
      taskIn(
        [
          'from sklearn.ensemble import RandomForestClassifier',
          'from sklearn.linear_model import Ridge',
          'from sklearn.model_selection import GridSearchCV, cross_val_score',
          'from sklearn.pipeline import make_pipeline',
          'from sklearn.preprocessing import StandardScaler',
          code,
        ].join('\n'),
      );
    assert.equal(made('make_pipeline(StandardScaler(), Ridge()).fit(X, y)'), 'tabular-regression');
    assert.equal(
      made('search = GridSearchCV(RandomForestClassifier(), grid)\nsearch.fit(X, y)'),
      'tabular-classification',
    );
    assert.equal(made('cross_val_score(Ridge(), X, y)'), 'tabular-regression');
    assert.equal(made('GridSearchCV(chosen, grid).fit(X, y)'), undefined);
  });

  it('is not known of a classifier in a file that turns texts, pictures or sounds into numbers', () => {
    const fit = 'from sklearn.linear_model import LogisticRegression\nLogisticRegression().fit(X, y)\n';
    assert.equal(taskIn(fit), 'tabular-classification');
    for (const beside of [
      'from sklearn.feature_extraction.text import TfidfVectorizer',
      'from sentence_transformers import SentenceTransformer',
      'import cv2',
      'import librosa',
    ])
      assert.equal(taskIn(`${beside}\n${fit}`), undefined, beside);
  });

  it('is not known of a library whose weights or arguments decide it', () => {
    for (const code of [
      'from ultralytics import YOLO\nYOLO("yolov8n-seg.pt")\n',
      'from ultralytics import YOLO\nYOLO("yolov8n-cls.pt").train(data="d.yaml")\n',
      'from vllm import LLM\nLLM(model="acme/m", task="embed")\n',
      'from llama_cpp import Llama\nLlama("m.gguf", embedding=True)\n',
      'from llama_cpp import Llama\nLlama.from_pretrained("acme/m", embedding=flag)\n',
      'from keras.applications import ResNet50\nResNet50(include_top=False)\n',
      'import tensorflow as tf\ntf.keras.applications.VGG16(include_top=False)\n',
    ]) {
      assert.ok(factsOf(code).signals.length > 0, code);
      assert.equal(taskIn(code), undefined, code);
    }
    assert.equal(
      taskIn('from llama_cpp import Llama\nLlama(model_path="m.gguf", embedding=False)\n'),
      'text-generation',
    );
    assert.equal(taskIn('from ultralytics import RTDETR\nRTDETR("rtdetr-l.pt")\n'), 'object-detection');
  });

  it('is one the Hub knows: a misspelt one is refused with its line named', () => {
    const yaml = readFileSync(join(import.meta.dirname, '../../../server/data/signals.yaml'), 'utf8');
    assert.throws(
      () => compileSignals(yaml.replace('task: depth-estimation', 'task: depth-guessing')),
      /ForDepthEstimation.*"depth-guessing"/,
    );
    assert.throws(() => compileSignals(yaml.replace('ner: token', 'ner: tokn')), /ner: task "tokn/);
    assert.throws(() => compileSignals(yaml.replace(', unless-beside:', ', unless-besid:')), /unless-besid/);
  });
});
