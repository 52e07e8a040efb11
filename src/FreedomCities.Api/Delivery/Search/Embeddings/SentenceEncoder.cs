using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using FreedomCities.Api.Delivery.Search.Engine.Semantics;
using Microsoft.ML.OnnxRuntime;

namespace FreedomCities.Api.Delivery.Search.Embeddings;

/// <summary>Makes the vectors of texts by a sentence model, each on one thread. A process loads a model once, and keeps it.</summary>
[SuppressMessage("Design", "CA1001", Justification = "It lives as long as the process.")]
internal sealed class SentenceEncoder
{
    private static readonly string[] Inputs = ["input_ids", "attention_mask", "token_type_ids"];
    private static readonly string[] Outputs = ["last_hidden_state"];

    private readonly SentenceModel _model;
    private readonly InferenceSession _session;
    private readonly Tokenizer _tokenizer;

    private static readonly ConcurrentDictionary<SentenceModel, Lazy<SentenceEncoder>> Loaded = new();

    private SentenceEncoder(SentenceModel model)
    {
        RuntimeTelemetry.TurnOff();
        _model = model;
        var path = Path.Combine(AppContext.BaseDirectory, "models", model.Name);
        _tokenizer = new Tokenizer(path + ".txt");
        using var options = new Microsoft.ML.OnnxRuntime.SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            EnableCpuMemArena = false,
        };
        _session = new InferenceSession(path + ".onnx", options);
        EncodeQuery("Does it run here?");
    }

    /// <summary>Loads the model's files. It throws where the model can't run.</summary>
    public static SentenceEncoder Load(SentenceModel model) => Loaded.GetOrAdd(model, m => new(() => new SentenceEncoder(m))).Value;

    public TextVector EncodeQuery(string query) => Encode(_model.QueryPrefix + query);

    public TextVector Encode(ModelInput input) =>
        Encode(input.Text).WithSentences(input.FindSentences().Select(Encode));

    private TextVector Encode(string text)
    {
        var tokens = _tokenizer.Tokenize(text);
        var count = tokens[0].Length;
        var inputs = Array.ConvertAll(tokens, t => OrtValue.CreateTensorValueFromMemory(t, [1, count]));
        using var options = new RunOptions();
        using var outputs = _session.Run(options, Inputs, inputs, Outputs);
        Array.ForEach(inputs, i => i.Dispose());
        var states = outputs[0].GetTensorDataAsSpan<float>();
        return TextVector.Quantize(_model.UsesMeanOfTokens ? Sum(states, states.Length / count) : states[..(states.Length / count)]);
    }

    /// <summary>Sums the vectors of all tokens: their mean has the same direction.</summary>
    private static float[] Sum(ReadOnlySpan<float> states, int size)
    {
        var sum = new float[size];
        for (; states.Length > 0; states = states[size..])
        {
            for (var i = 0; i < sum.Length; i++)
            {
                sum[i] += states[i];
            }
        }

        return sum;
    }
}
