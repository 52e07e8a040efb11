using System.Runtime.InteropServices;
using Google.Protobuf;
using Onnx;

namespace FreedomCities.ModelQuantizer;

/// <summary>
/// Makes the weights of a BERT encoder 8-bit: those of its matrix products a scale per column, its word embeddings a scale per row.
/// </summary>
internal static class Quantizer
{
    private const string Output = "last_hidden_state";
    private const string WordEmbeddings = "embeddings.word_embeddings.weight";

    // The domain of ONNX Runtime's own operators.
    private const string RuntimeDomain = "com.microsoft";

    public static void Quantize(ModelProto model)
    {
        RemoveUnused(model.Graph);
        var weights = model.Graph.Initializer.ToDictionary(i => i.Name, StringComparer.Ordinal);
        foreach (var node in model.Graph.Node.Where(n => n.OpType == "MatMul" && weights.ContainsKey(n.Input[1])).ToArray())
        {
            QuantizeProduct(model.Graph, node, weights[node.Input[1]]);
        }

        QuantizeEmbeddings(model.Graph, weights[WordEmbeddings]);
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = RuntimeDomain, Version = 1 });
    }

    /// <summary>Leaves what the output needs: no pooling layer.</summary>
    private static void RemoveUnused(GraphProto graph)
    {
        var needed = new HashSet<string>([Output], StringComparer.Ordinal);
        for (var i = graph.Node.Count - 1; i >= 0; i--)
        {
            if (graph.Node[i].Output.Any(needed.Contains))
            {
                needed.UnionWith(graph.Node[i].Input);
            }
            else
            {
                graph.Node.RemoveAt(i);
            }
        }

        Keep(graph.Initializer, i => needed.Contains(i.Name));
        Keep(graph.Output, o => needed.Contains(o.Name));
        graph.ValueInfo.Clear();
    }

    private static void QuantizeProduct(GraphProto graph, NodeProto product, TensorProto weight)
    {
        var (rows, columns) = ((int)weight.Dims[0], (int)weight.Dims[1]);
        var values = MemoryMarshal.Cast<byte, float>(weight.RawData.Span);
        var (quantized, scales) = (new sbyte[values.Length], new float[columns]);
        for (var column = 0; column < columns; column++)
        {
            QuantizeSlice(values, quantized, column, columns, rows, out scales[column]);
        }

        graph.Initializer.Remove(weight);
        graph.Initializer.Add(CreateTensor(weight.Name + "_quantized", TensorProto.Types.DataType.Int8, quantized, rows, columns));
        graph.Initializer.Add(CreateTensor(weight.Name + "_scale", TensorProto.Types.DataType.Float, scales, columns));
        (product.OpType, product.Domain) = ("DynamicQuantizeMatMul", RuntimeDomain);
        product.Input[1] = weight.Name + "_quantized";
        product.Input.Add(weight.Name + "_scale");
    }

    private static void QuantizeEmbeddings(GraphProto graph, TensorProto table)
    {
        var (rows, columns) = ((int)table.Dims[0], (int)table.Dims[1]);
        var values = MemoryMarshal.Cast<byte, float>(table.RawData.Span);
        var (quantized, scales) = (new sbyte[values.Length], new float[rows]);
        for (var row = 0; row < rows; row++)
        {
            QuantizeSlice(values, quantized, row * columns, 1, columns, out scales[row]);
        }

        graph.Initializer.Remove(table);
        graph.Initializer.Add(CreateTensor(table.Name, TensorProto.Types.DataType.Int8, quantized, rows, columns));
        graph.Initializer.Add(CreateTensor(table.Name + "_scale", TensorProto.Types.DataType.Float, scales, rows, 1));
        var lookup = graph.Node.Single(n => n.OpType == "Gather" && n.Input[0] == table.Name);
        var (place, words, embeddings) = (graph.Node.IndexOf(lookup), lookup.Input[1], lookup.Output[0]);
        lookup.Output[0] = "quantized_words";
        graph.Node.Insert(place + 1, new NodeProto
        {
            OpType = "Cast",
            Input = { "quantized_words" },
            Output = { "scaled_words" },
            Attribute = { new AttributeProto { Name = "to", Type = AttributeProto.Types.AttributeType.Int, I = (int)TensorProto.Types.DataType.Float } },
        });
        graph.Node.Insert(place + 2, CreateNode("Gather", "word_scales", table.Name + "_scale", words));
        graph.Node.Insert(place + 3, CreateNode("Mul", embeddings, "scaled_words", "word_scales"));
    }

    /// <summary>Quantizes values symmetrically: the largest becomes ±127.</summary>
    private static void QuantizeSlice(
        ReadOnlySpan<float> values, Span<sbyte> quantized, int start, int stride, int count, out float scale)
    {
        var largest = 0f;
        for (var i = 0; i < count; i++)
        {
            largest = Math.Max(largest, Math.Abs(values[start + (i * stride)]));
        }

        scale = largest is 0 ? 1 : largest / sbyte.MaxValue;
        for (var i = 0; i < count; i++)
        {
            quantized[start + (i * stride)] = (sbyte)MathF.Round(values[start + (i * stride)] / scale);
        }
    }

    private static TensorProto CreateTensor<T>(string name, TensorProto.Types.DataType type, T[] values, params long[] dimensions)
        where T : unmanaged
    {
        var tensor = new TensorProto
        {
            Name = name,
            DataType = (int)type,
            RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes(values.AsSpan())),
        };
        tensor.Dims.AddRange(dimensions);
        return tensor;
    }

    private static NodeProto CreateNode(string operation, string output, params string[] inputs)
    {
        var node = new NodeProto { OpType = operation, Output = { output } };
        node.Input.AddRange(inputs);
        return node;
    }

    private static void Keep<T>(IList<T> items, Func<T, bool> isNeeded)
    {
        for (var i = items.Count - 1; i >= 0; i--)
        {
            if (!isNeeded(items[i]))
            {
                items.RemoveAt(i);
            }
        }
    }
}
