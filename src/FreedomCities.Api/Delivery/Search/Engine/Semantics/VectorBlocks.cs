namespace FreedomCities.Api.Delivery.Search.Engine.Semantics;

/// <summary>
/// Copies of the vectors of a segment's documents, next to each other in memory. A query reads all of them, which takes several times as
/// long where they lie apart.
/// </summary>
internal sealed class VectorBlocks(SearchDocument[] documents)
{
    // Small enough for the garbage collector to move: 48 KB.
    private const int BlockSize = 64;

    // Of each document: the number of its row, from 1. 0: its vectors haven't been copied.
    private readonly int[] _rows = new int[documents.Length];
    private Block[] _blocks = [];
    private readonly Lock _lock = new();
    private int _count;

    /// <summary>How close a document's title and text are to a query, as cosines. Null: it has no vectors yet.</summary>
    public (double Title, double Text)? Compare(int number, TextVector query)
    {
        var row = Volatile.Read(ref _rows[number]);
        if (row == 0)
        {
            if (documents[number].Vectors is not { } vectors)
            {
                return null;
            }

            row = Copy(number, vectors);
        }

        return _blocks[(row - 1) / BlockSize].Compare((row - 1) % BlockSize, query);
    }

    /// <returns>The number of the row.</returns>
    private int Copy(int number, DocumentVectors vectors)
    {
        lock (_lock)
        {
            if (_rows[number] == 0)
            {
                if (_count % BlockSize == 0)
                {
                    _blocks = [.. _blocks, new Block(Math.Min(BlockSize, documents.Length - _count), vectors.Text.Components.Length)];
                }

                _blocks[^1].Set(_count % BlockSize, vectors);
                Volatile.Write(ref _rows[number], ++_count);
            }

            return _rows[number];
        }
    }

    private sealed class Block(int count, int dimensions)
    {
        private readonly sbyte[] _components = new sbyte[count * 2 * dimensions];
        private readonly double[] _norms = new double[count * 2];

        public void Set(int row, DocumentVectors vectors)
        {
            Set(2 * row, vectors.Title);
            Set((2 * row) + 1, vectors.Text);
        }

        public (double Title, double Text) Compare(int row, TextVector query) =>
            (Cosine(2 * row, query), Cosine((2 * row) + 1, query));

        private void Set(int place, TextVector vector)
        {
            vector.Components.CopyTo(Components(place));
            _norms[place] = vector.Norm;
        }

        private double Cosine(int place, TextVector query) => query.Cosine(Components(place), _norms[place]);

        private Span<sbyte> Components(int place) => _components.AsSpan(place * dimensions, dimensions);
    }
}
