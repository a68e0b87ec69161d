import assert from 'node:assert/strict';
import { signalsOf } from './support/read';

/** Code that looks like a signal and is none. */
const TRAPS: Readonly<Record<string, string>> = {
  'a mention in a string': 'import transformers\nx = "AutoModel.from_pretrained(\'bert\')"',
  'a docstring': 'import torch\ndef f():\n  """\n  model = torch.load("m.pt")\n  """',
  'a comment': 'import torch\n# torch.save(model, "m.pt")',
  'a definition':
    'import torch\nclass M(torch.nn.Module):\n  @classmethod\n  def from_pretrained(cls, name): ...\ndef load_model(x): ...',
  'a call of the file’s own function': 'import torch\ndef load_model(p): return parse(p)\nload_model("x")',
  'a call of a name nobody imported': 'import torch\nAutoThing("bert")\nload("x")',
  'an import alone': 'from transformers import AutoModel\nimport openai',
  'a tokenizer':
    'from transformers import AutoTokenizer as T\nt = T.from_pretrained("gpt2")\nt.save_pretrained("o")',
  'a processor, a config, a scheduler':
    'from transformers import AutoProcessor, AutoConfig, GenerationConfig\nfrom diffusers import DDIMScheduler\n' +
    'AutoProcessor.from_pretrained("a")\nAutoConfig.from_pretrained("a")\nGenerationConfig.from_pretrained("a")\nDDIMScheduler.from_pretrained("a", subfolder="s")',
  'an unexplained tokenizer':
    'import torch\nfrom .tok import MyTokenizer\nMyTokenizer.from_pretrained("a")\ntokenizer.save_pretrained("b")',
  'switching the mode':
    'import torch\nmodel = torch.nn.Linear(1, 1)\nmodel.train()\nmodel.train(False)\nmodel.eval()',
  compiling: 'import torch\nmodel = torch.compile(model)',
  'loading a state into a module': 'import torch\nmodel.load_state_dict(state)',
  preprocessing:
    'from sklearn.preprocessing import StandardScaler, LabelEncoder\nfrom sklearn.feature_extraction.text import CountVectorizer\n' +
    's = StandardScaler()\ns.fit(X)\nLabelEncoder().fit_transform(y)\nbag = CountVectorizer()\nbag.fit(words)',
  'preprocessing called like a model': 'from sklearn.decomposition import PCA\nmodel = PCA(2)\nmodel.fit(X)',
  'fitting something unexplained that is not called like a model': 'import sklearn\nthing.fit(X)',
  'fit without a learning library': 'from mylib import model\nmodel.fit(X)',
  'pickled data':
    'import pickle\nmeta = pickle.load(f)\nX, names = pickle.load(f)\npickle.dump((X, names), f)\nwith open("index.pkl", "rb") as fh: data = pickle.load(fh)',
  'a pickled generator, road network or state':
    'import pickle, torch\nb = pickle.dumps(bit_generator)\nnetwork = pickle.load(f)\nx = pickle.loads(random_state)',
  'a tensor that is cast':
    'import torch\nfrom typing import cast\ntensor = cast(torch.Tensor, torch.load(piece))',
  tensors: 'import torch\ndata = torch.load("traindata.pt")\ntorch.save(data, open("traindata.pt", "wb"))',
  'a network without weights':
    'import torchvision\nfrom torchvision import models\ntorchvision.models.resnet18(weights=None)\nmodels.resnet50(num_classes=3)\n' +
    'models.__dict__[arch]()\nmodels.vgg16(pretrained=False)\nmodels.resnet18().load_state_dict(x)',
  'a data loader': 'import torch\nloader = torch.utils.data.DataLoader(dataset, batch_size=16)',
  'bytes in memory that nothing calls a model':
    'import io, torch\nfrom io import BytesIO\nbuffer = io.BytesIO(b)\nobj = torch.load(buffer)\nx = torch.load(BytesIO(b))',
  'a copy by way of bytes': 'import pickle\ncopied = pickle.dumps(x)\nnew_estimator = pickle.loads(copied)',
  'data from a function of a learning library':
    'import pickle\nfrom statsmodels.iolib.openfile import get_file_obj\nwith get_file_obj(name, "rb") as fin: x = pickle.load(fin)',
  'an optimizer around another':
    'import torch\nclass Sharded:\n  def step(self, closure=None):\n    self._optim.step(closure)\n' +
    'class Averaged:\n  def __init__(self, optim: torch.optim.Optimizer):\n    self.optim = optim\n  def step(self):\n    self.optim.step()',
  'how a gradient is handed back':
    'import torch\nclass Copy(torch.autograd.Function):\n  @staticmethod\n  def backward(ctx, *grads):\n    torch.autograd.backward(ctx.outputs, grads)\n' +
    'def undo(grad):\n  return Other.backward(ctx, grad)',
  'what turns data into other data':
    'from sklearn.neighbors import NearestNeighbors, KNeighborsTransformer\nfrom sklearn.pipeline import FeatureUnion, make_union\n' +
    'NearestNeighbors().fit(X)\nKNeighborsTransformer().fit_transform(X)\nmodel = FeatureUnion([("a", b)])\nmodel.fit(X)',
  'a picture to try things on':
    'from sklearn.datasets import load_sample_image, load_sample_images\nload_sample_image("china.jpg")\nload_sample_images()',
  'an agent of a simulation':
    'from agents import Agent\nclass World: ...\nAgent(1, model=World())\nAgent(name="a", model=world)',
  'made-up data':
    'from torchvision import datasets\nfrom sklearn.datasets import make_classification\ndatasets.FakeData(1)\nmake_classification()',
  'local inference': 'import whisper\ndef f(model):\n  model.transcribe("a.mp3")\n  return transcribe(model)',
  'a keyword argument': 'import transformers\nargs = dict(push_to_hub=True)\np.add_argument("--push_to_hub")',
  'an encoding': 'import tiktoken, torch\ntiktoken.get_encoding("gpt2")',
  'a scheduler step':
    'import torch\nlr = torch.optim.lr_scheduler.StepLR(opt, 1)\nlr.step()\nscheduler.step()\nenv.step(a)',
  'a client alone':
    'from openai import OpenAI\nclient = OpenAI()\nclient.models.list()\nclient.files.create(file=f)',
  'another service of the same name':
    'import boto3, twilio\nboto3.client("s3").get_object(Key="m")\ntwilio.messages.create(body="x", to="y")',
  'keras without weights':
    'import keras\nkeras.applications.ResNet50(weights=None)\nkeras.layers.Dense(1)\nn = keras.layers.Normalization()\nn.adapt(x)',
  'a name that shadows an import':
    'from openai import OpenAI\nfrom transformers import AutoModel\ndef AutoModel(x): ...\nAutoModel("a")',
  'a variable that holds something else now':
    'from sklearn.svm import SVC\nx = SVC()\nx = make_table()\nx.fit(1)',
  'a relative module of a library’s name':
    'from . import torch_utils\nfrom .transformers import AutoModel\nAutoModel.build("x")',
};

describe('traps', () => {
  for (const [name, code] of Object.entries(TRAPS)) {
    it(name, () => assert.deepEqual(signalsOf(code), []));
  }
});
