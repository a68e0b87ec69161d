import assert from 'node:assert/strict';
import { covered, factsOf, signalsOf } from './support/read';

/** What a file must be read as: `kind callee <target>` for each signal in order. */
const CASES: Readonly<Record<string, readonly [code: string, ...signals: string[]]>> = {
  'a constant names the model': [
    'from transformers import AutoModel\nNAME = "bert"\nAutoModel.from_pretrained(NAME)',
    'model-load transformers.AutoModel.from_pretrained <bert>',
  ],
  'a constant of the file is seen inside functions defined before it': [
    'from transformers import AutoModel\ndef load():\n  return AutoModel.from_pretrained(NAME)\nNAME = "bert"',
    'model-load transformers.AutoModel.from_pretrained <bert>',
  ],
  'a constant that is set twice is not known inside a function': [
    'from transformers import AutoModel\nNAME = "a"\nNAME = "b"\ndef load():\n  return AutoModel.from_pretrained(NAME)',
    'model-load transformers.AutoModel.from_pretrained',
  ],
  'a name that depends on a condition is not guessed': [
    'from transformers import AutoModel\nname = "a"\nif big:\n  name = "b"\nAutoModel.from_pretrained(name)',
    'model-load transformers.AutoModel.from_pretrained',
  ],
  'either side of if and else is not guessed': [
    'from transformers import AutoModel\nif big:\n  name = "a"\nelse:\n  name = "b"\nAutoModel.from_pretrained(name)',
    'model-load transformers.AutoModel.from_pretrained',
  ],
  'a default from the environment': [
    'import os, openai\nM = os.environ.get("MODEL", "gpt-4o")\nopenai.chat.completions.create(model=M)',
    'ai-api-call openai.chat.completions.create <gpt-4o>',
  ],
  'texts put together': [
    'from transformers import AutoModel\nORG = "org/"\nAutoModel.from_pretrained(ORG + "bert" "-base")',
    'model-load transformers.AutoModel.from_pretrained <org/bert-base>',
  ],
  'a format string is unknown': [
    'from transformers import AutoModel\nAutoModel.from_pretrained(f"bert-{size}")',
    'model-load transformers.AutoModel.from_pretrained',
  ],
  'a client in an attribute, used in another method': [
    'import anthropic\nclass A:\n  def ask(self):\n    return self.client.messages.create(model=self.model)\n' +
      '  def __init__(self):\n    self.client = anthropic.Anthropic()\n    self.model = "claude"',
    'ai-api-call anthropic.Anthropic.messages.create <claude>',
  ],
  'a client in a with statement': [
    'import openai\nasync def f():\n  async with openai.AsyncOpenAI() as c:\n    await c.embeddings.create(model="e")',
    'ai-api-call openai.AsyncOpenAI.embeddings.create <e>',
  ],
  'an annotated parameter': [
    'from openai import OpenAI\ndef f(client: OpenAI):\n  client.responses.create(model="m")',
    'ai-api-call openai.OpenAI.responses.create <m>',
  ],
  'an optional annotated parameter': [
    'from openai import OpenAI\ndef f(c: OpenAI | None = None):\n  c.responses.create(model="m")',
    'ai-api-call openai.OpenAI.responses.create <m>',
  ],
  'what the file passes to its own function': [
    'from sklearn.svm import SVC\ndef run(it, X):\n  it.fit(X)\nrun(SVC(), data)',
    'train sklearn.svm.SVC.fit',
  ],
  'what the file returns from its own function': [
    'import keras\ndef build():\n  n = keras.Sequential()\n  return n\nnn = build()\nnn.fit(x, y)',
    'train keras.Sequential.fit',
  ],
  'a default of a constructor that a caller replaces is not guessed': [
    'import anthropic\nclient = anthropic.Anthropic()\nclass A:\n' +
      '  def __init__(self, model="old"):\n    self.model = model\n  def ask(self):\n    return client.messages.create(model=self.model)\nA(model="new").ask()',
    'ai-api-call anthropic.Anthropic.messages.create',
  ],
  'nor where the constructor is inherited': [
    'import anthropic\nclient = anthropic.Anthropic()\nclass A:\n' +
      '  def __init__(self, model="old"):\n    self.model = model\n  def ask(self):\n    return client.messages.create(model=self.model)\nclass B(A): ...\nB("new").ask()',
    'ai-api-call anthropic.Anthropic.messages.create',
  ],
  'nor a field that is': [
    'import anthropic\nclient = anthropic.Anthropic()\nclass A:\n' +
      '  model = "old"\n  def ask(self):\n    return client.messages.create(model=self.model)\nclass B(A): ...\nB(model="new").ask()',
    'ai-api-call anthropic.Anthropic.messages.create',
  ],
  'nor a field that a subclass has another of': [
    'import anthropic\nclient = anthropic.Anthropic()\nclass A:\n' +
      '  model = "old"\n  def ask(self):\n    return client.messages.create(model=self.model)\nclass B(A):\n  model = "new"\nB().ask()',
    'ai-api-call anthropic.Anthropic.messages.create',
  ],
  'nor one that a subclass of a subclass computes': [
    'import anthropic\nclient = anthropic.Anthropic()\nclass A:\n' +
      '  model = "old"\n  def ask(self):\n    return client.messages.create(model=self.model)\n' +
      'class B(A): ...\nclass C(B):\n  @property\n  def model(self): return pick()\nC().ask()',
    'ai-api-call anthropic.Anthropic.messages.create',
  ],
  'a field that a subclass has the same of': [
    'import anthropic\nclient = anthropic.Anthropic()\nclass A:\n' +
      '  model = "m"\n  def ask(self):\n    return client.messages.create(model=self.model)\nclass B(A):\n  model = "m"\n  name = "b"\nB().ask()',
    'ai-api-call anthropic.Anthropic.messages.create <m>',
  ],
  'a library class behind a class of the file': [
    'from transformers import Trainer\nclass Log:\n  def log(self): ...\nclass Mine(Log, Trainer): ...\nMine(model).train()',
    'train transformers.Trainer.train',
  ],
  'a library class below a class of the file, beside one nobody knows': [
    'from abc import ABC\nfrom transformers import Trainer\nclass Log(Trainer): ...\nclass Mine(ABC, Log): ...\nMine(model).train()',
    'train transformers.Trainer.train',
  ],
  'classes that extend each other': [
    'from transformers import Trainer\nclass A(Trainer): ...\nclass B(A): ...\nclass A(B): ...\nA(model).train()',
    'train transformers.Trainer.train',
  ],
  'a default of a constructor that no caller replaces': [
    'import anthropic\nclient = anthropic.Anthropic()\nclass A:\n' +
      '  def __init__(self, model="old"):\n    self.model = model\n  def ask(self):\n    return client.messages.create(model=self.model)\nA().ask()',
    'ai-api-call anthropic.Anthropic.messages.create <old>',
  ],
  'a class of the file that extends a library class': [
    'from transformers import Trainer\nclass Mine(Trainer):\n  def compute_loss(self): ...\nMine(model).train()',
    'train transformers.Trainer.train',
  ],
  'an overridden method is not the library’s, what it calls above is': [
    'from transformers import Trainer\nclass Mine(Trainer):\n  def train(self):\n    return super().train()\nMine(model).train()',
    'train transformers.Trainer.train',
  ],
  'models in a list': [
    'from sklearn import svm, linear_model\nfor name, c in [("a", svm.SVC()), ("b", linear_model.Ridge())]:\n  c.fit(X, y)',
    'train sklearn.svm.SVC.fit',
  ],
  'models in a dict': [
    'from sklearn.svm import SVC\nall = {"a": SVC()}\nfor k, c in all.items():\n  c.fit(X, y)',
    'train sklearn.svm.SVC.fit',
  ],
  'models in a comprehension': [
    'from sklearn.svm import SVC\nfitted = [c.fit(X) for c in [SVC(), SVC()]]',
    'train sklearn.svm.SVC.fit',
  ],
  'a pipeline is what its last step is': [
    'from sklearn.pipeline import make_pipeline, Pipeline\nfrom sklearn.preprocessing import StandardScaler\nfrom sklearn.svm import SVC\n' +
      'make_pipeline(StandardScaler(), SVC()).fit(X)\nPipeline([("s", StandardScaler()), ("c", SVC())]).fit(X)\n' +
      'make_pipeline(StandardScaler()).fit(X)',
    'train sklearn.svm.SVC.fit',
    'train sklearn.svm.SVC.fit',
  ],
  'a wrapped model is still the model': [
    'import torch, helper\nfrom peft import get_peft_model\nm = get_peft_model(base, cfg)\nm = helper.wrap(m)\nm.save_pretrained("o")',
    'save peft.get_peft_model.save_pretrained <o>',
  ],
  'a chain over lines': [
    'from transformers import AutoModel\nm = (AutoModel\n  .from_pretrained("a")\n  .to("cuda"))',
    'model-load transformers.AutoModel.from_pretrained <a>',
  ],
  'a class picked at run time': [
    'import transformers\ngetattr(transformers, name).from_pretrained(model)',
    'model-load transformers.from_pretrained',
  ],
  'a chain of a prompt, a hosted model and a parser': [
    'from langchain_openai import ChatOpenAI\nfrom langchain_core.prompts import P\nllm = ChatOpenAI(model="m")\nchain = {"q": x} | P() | llm.bind_tools(t) | parse\nchain.invoke("hi")',
    'ai-api-call langchain_openai.ChatOpenAI <m>',
    'ai-api-call langchain_openai.ChatOpenAI.invoke <m>',
  ],
  'star imports': [
    'from fastai.vision.all import *\nlearn = vision_learner(d, r)\nlearn.fine_tune(1)',
    'train fastai.vision.all.vision_learner.fine_tune',
  ],
  'what a project module hands on': [
    'from .common import torch\nmodel = torch.load(f)',
    'model-load torch.load',
  ],
  'a setting of a dict': [
    'from transformers import AutoModel\nC = {"model": "bert", "other": "x"}\nAutoModel.from_pretrained(C["model"])',
    'model-load transformers.AutoModel.from_pretrained <bert>',
  ],
  'a setting of a dict with a key that is not known': [
    'from transformers import AutoModel\nC = {"model": "bert", "other": "x"}\nAutoModel.from_pretrained(C[key])',
    'model-load transformers.AutoModel.from_pretrained',
  ],
  'arguments in a dict': [
    'import openai\nargs = dict(model="gpt-4o", n=1)\nopenai.chat.completions.create(**args, messages=m)',
    'ai-api-call openai.chat.completions.create <gpt-4o>',
  ],
  'a text that something unknown may replace': [
    'from transformers import AutoModel\nname = "a"\nif big:\n  name = pick()\nAutoModel.from_pretrained(name)',
    'model-load transformers.AutoModel.from_pretrained',
  ],
  'an object that was made for a model': [
    'import google.generativeai as genai\nclass A:\n  def __init__(self):\n    self.m = genai.GenerativeModel("gemini")\n' +
      '  def ask(self):\n    return self.m.start_chat().send_message("hi")',
    'ai-api-call google.generativeai.GenerativeModel <gemini>',
    'ai-api-call google.generativeai.GenerativeModel.start_chat.send_message <gemini>',
  ],
  walrus: ['import torch\nif (m := torch.load("m.pt")): pass', 'model-load torch.load <m.pt>'],
  lambda: [
    'import whisper\nload = lambda: whisper.load_model("tiny")',
    'model-load whisper.load_model <tiny>',
  ],
  'match statement': [
    'import whisper\nmatch x:\n  case 1:\n    whisper.load_model("tiny")',
    'model-load whisper.load_model <tiny>',
  ],
  decorator: [
    'import wandb, torch\n@deco(torch.hub.load("r", "m"))\ndef f(): ...',
    'model-load torch.hub.load <m>',
  ],
  'a training loop written by hand': [
    'import torch\ndef step(optimizer, out, y):\n  loss = crit(out, y)\n  loss.backward()\n  optimizer.step()',
    'train loss.backward',
    'train optimizer.step',
  ],
  'the project’s own class with a library’s convention': [
    'import torch\nfrom model import GPT\nGPT.from_pretrained("gpt2")',
    'model-load model.GPT.from_pretrained <gpt2>',
  ],
};

describe('following values through a file', () => {
  for (const [name, [code, ...expected]] of Object.entries(CASES)) {
    it(name, () => assert.deepEqual(signalsOf(code), expected));
  }

  it('says no provider where the client is told to call another address', () => {
    const at = (address: string) =>
      factsOf(`from openai import OpenAI\nOpenAI(${address}).responses.create(model="m")`).signals[0]
        ?.provider;
    assert.equal(at(''), 'OpenAI');
    assert.equal(at('base_url="http://localhost:8000/v1"'), undefined);
    assert.equal(at('base_url=URL'), undefined);
  });

  it('says who answers, by the address', () => {
    const at = (address: string) =>
      factsOf(`from openai import OpenAI\nOpenAI(${address}).responses.create(model="m")`).signals[0]
        ?.provider;
    assert.equal(at('base_url="https://api.deepseek.com"'), 'DeepSeek');
    assert.equal(at('base_url="http://localhost:11434/v1"'), 'Ollama');
  });

  it('tells the revision that is asked for', () => {
    const of = (args: string) =>
      factsOf(`from transformers import AutoModel\nAutoModel.from_pretrained("m"${args})`).signals[0]
        ?.revision;
    assert.deepEqual(of(', revision="v1.0"'), { is: 'named', name: 'v1.0' });
    assert.deepEqual(of(''), { is: 'newest' });
    assert.deepEqual(of(', revision=None'), { is: 'newest' });
    assert.deepEqual(of(', revision=args.revision'), { is: 'unknown' });
    assert.deepEqual(of(', **kwargs'), { is: 'unknown' });
    assert.equal(factsOf('import torch\nmodel = torch.load("m.pt")').signals[0]?.revision, undefined);
  });

  it('covers the name from its start to its end, behind a call only the method', () => {
    const code =
      'import torch\nmodel = torch.nn.Linear(1, 2)\nx = build(1,\n  2).sum().backward()\ntorch.save(model, "m")';
    assert.deepEqual(
      factsOf(code).signals.map((signal) => covered(code, signal)),
      ['backward', 'torch.save'],
    );
  });

  it('has positions as LSP counts them, with emoji, CRLF, lone CR and a byte order mark', () => {
    const code = '\uFEFFimport torch\r\n"😀é"; torch.save(model, "a")\rx = "👩‍🚀"; torch.load("m.pt")';
    assert.deepEqual(
      factsOf(code).signals.map(({ range }) => range),
      [
        { start: { line: 1, character: 7 }, end: { line: 1, character: 17 } },
        { start: { line: 2, character: 13 }, end: { line: 2, character: 23 } },
      ],
    );
  });

  it('lists functions, classes and methods, and comments for AIMS', () => {
    const facts = factsOf(
      'import torch\n# aims-ignore-next-line x -- y\nclass A:\n  def f(self): ...\n  class B: ...\nif 1:\n  def g(): # aimless\n    def inner(): ...\n',
    );
    assert.deepEqual(
      facts.symbols?.map(({ name }) => name),
      ['A', 'A.f', 'A.B', 'g'],
    );
    assert.deepEqual(facts.comments, [
      {
        text: 'aims-ignore-next-line x -- y',
        range: { start: { line: 1, character: 0 }, end: { line: 1, character: 30 } },
        start: { line: 1, character: 2 },
        alone: true,
      },
    ]);
  });
});
