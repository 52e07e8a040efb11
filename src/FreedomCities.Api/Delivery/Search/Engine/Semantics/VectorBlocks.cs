namespace FreedomCities.Api.Delivery.Search.Engine.Semantics;

/// <summary>
/// Copies of the vectors of a segment's documents, next to each other in memory. A query reads all of them, which takes several times as
/// long where they lie apart.
/// </summary>
internal sealed class VectorBlocks(SearchDocument[] documents)
{
    private const int BlockSize = 64;

    private readonly Block?[] _blocks = new Block?[(documents.Length + BlockSize - 1) / BlockSize];

    /// <summary>How close a document's title and text are to a query, as cosines. Null: it has no vectors yet.</summary>
    public (double Title, double Text)? Compare(int number, TextVector query)
    {
        if (_blocks[number / BlockSize] is { } block && block.Holds(number % BlockSize))
        {
            return block.Compare(number % BlockSize, query);
        }

        return documents[number].Vectors is { } vectors ? Hold(number, vectors).Compare(number % BlockSize, query) : null;
    }

    private Block Hold(int number, DocumentVectors vectors)
    {
        ref var block = ref _blocks[number / BlockSize];
        if (block is null)
        {
            Interlocked.CompareExchange(ref block, new Block(vectors.Text.Components.Length), null);
        }

        block.Hold(number % BlockSize, vectors);
        return block;
    }

    private sealed class Block(int dimensions)
    {
        private readonly sbyte[] _components = new sbyte[BlockSize * 2 * dimensions];
        private readonly double[] _norms = new double[BlockSize * 2];
        private readonly bool[] _held = new bool[BlockSize];

        public bool Holds(int place) => Volatile.Read(ref _held[place]);

        // Two queries may do this at once: they write the same.
        public void Hold(int place, DocumentVectors vectors)
        {
            vectors.Title.Components.CopyTo(Components(2 * place));
            vectors.Text.Components.CopyTo(Components((2 * place) + 1));
            (_norms[2 * place], _norms[(2 * place) + 1]) = (vectors.Title.Norm, vectors.Text.Norm);
            Volatile.Write(ref _held[place], true);
        }

        public (double Title, double Text) Compare(int place, TextVector query) =>
            (Compare(query, 2 * place), Compare(query, (2 * place) + 1));

        private double Compare(TextVector query, int row) => query.Cosine(Components(row), _norms[row]);

        private Span<sbyte> Components(int row) => _components.AsSpan(row * dimensions, dimensions);
    }
}
