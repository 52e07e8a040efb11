using System.Collections.Concurrent;
using FreedomCities.Api.Database;
using FreedomCities.Api.Delivery.Search.Engine;
using FreedomCities.Api.Delivery.Search.Engine.Semantics;
using FreedomCities.Api.Delivery.Search.Queries;
using FreedomCities.Api.Http.Requests.Values;

namespace FreedomCities.Api.Delivery.Search.Embeddings;

/// <summary>
/// Gives indexed documents their vectors, in the background: those that are known, else those that are stored, else new ones. Until then
/// the documents are found by words only.
/// </summary>
internal sealed class DocumentEmbedder(
    ModelHost host, VectorQueries queries, ResultCache cache, IHostApplicationLifetime lifetime, ILogger<DocumentEmbedder> log)
    : BackgroundService
{
    private const int FindBatch = 1_000;

    // Some 0.3 s of work: a new document waits for no more than that.
    private const int MakeBatch = 8;

    private readonly ConcurrentDictionary<UInt128, TextVector> _known = new();
    private readonly ConcurrentStack<HashedDocument> _toFind = new();
    private readonly ConcurrentStack<HashedDocument> _toMake = new();
    private readonly SemaphoreSlim _signal = new(0); // not disposed: the last wait may end after the host
    private UInt128[]? _unpruned;
    private int _inWork;

    /// <summary>Documents that have no vectors yet.</summary>
    public int PendingCount => _toFind.Count + _toMake.Count + Volatile.Read(ref _inWork);

    /// <summary>Queues documents; the last ones are next.</summary>
    /// <param name="areAll">They are all that is indexed: other vectors are forgotten.</param>
    public void Embed(IReadOnlyCollection<SearchDocument> documents, bool areAll)
    {
        if (host.Model is null)
        {
            return;
        }

        // The names of contacts and topics mean little by themselves.
        HashedDocument[] known =
        [
            .. documents
                .Where(d => d.Type is "faq" or "resource" && SentenceModel.Knows(LanguageTag.PrimarySubtag(d.Language)))
                .Select(HashedDocument.Create),
        ];
        if (areAll)
        {
            var used = known.SelectMany(d => d.Hashes).ToHashSet();
            foreach (var hash in _known.Keys.Where(h => !used.Contains(h)))
            {
                _known.TryRemove(hash, out _);
            }

            _toFind.Clear();
            _toMake.Clear();
            _unpruned = [.. used];
        }

        _toFind.PushRange([.. known.Where(d => !TryAttach(d))]);
        _signal.Release();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A process that ends while the model is loaded, because it can't start, would crash.
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        if (host.Model is not { } model || await host.Load() is not { } encoder)
        {
            return;
        }

        for (var failures = 0; !stoppingToken.IsCancellationRequested;)
        {
            try
            {
                await EmbedNext(model, encoder, stoppingToken);
                failures = 0;
            }
            catch (Exception e)
            {
                await Backoff.Pause(log, "Making sentence vectors failed", e, failures++, stoppingToken);
            }

            if (PendingCount == 0 && _unpruned is null)
            {
                await _signal.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private Task EmbedNext(SentenceModel model, SentenceEncoder encoder, CancellationToken ct) =>
        !_toFind.IsEmpty ? Take(_toFind, FindBatch, documents => FindVectors(model, documents, ct))
        : !_toMake.IsEmpty ? Take(_toMake, MakeBatch, documents => MakeVectors(model, encoder, documents, ct))
        : Prune(model, ct);

    /// <summary>Works on the last documents. After a failure, those without vectors are queued again.</summary>
    private async Task Take(ConcurrentStack<HashedDocument> queue, int most, Func<HashedDocument[], Task> work)
    {
        var documents = new HashedDocument[most];
        Volatile.Write(ref _inWork, most);
        documents = documents[..queue.TryPopRange(documents)];
        Volatile.Write(ref _inWork, documents.Length);
        try
        {
            await work(documents);
        }
        catch
        {
            queue.PushRange([.. documents.Where(d => d.Document.Vectors is null)]);
            throw;
        }
        finally
        {
            Volatile.Write(ref _inWork, 0);
        }
    }

    private async Task FindVectors(SentenceModel model, HashedDocument[] documents, CancellationToken ct)
    {
        Remember(await queries.Find(model.Version, [.. documents.SelectMany(d => d.Hashes).Distinct()], ct));
        _toMake.PushRange([.. documents.Where(d => !TryAttach(d))]);
        cache.Clear();
    }

    private async Task MakeVectors(SentenceModel model, SentenceEncoder encoder, HashedDocument[] documents, CancellationToken ct)
    {
        var made = documents.SelectMany(d => d.Hashes.Zip(d.Inputs))
            .Where(t => !_known.ContainsKey(t.First))
            .DistinctBy(t => t.First)
            .ToDictionary(t => t.First, t => encoder.Encode(t.Second));
        Remember(made);
        Array.ForEach(documents, d => TryAttach(d));
        cache.Clear();
        await queries.Save(model.Version, made, ct);
    }

    private void Remember(Dictionary<UInt128, TextVector> vectors)
    {
        foreach (var (hash, vector) in vectors)
        {
            _known[hash] = vector;
        }
    }

    private async Task Prune(SentenceModel model, CancellationToken ct)
    {
        if (Volatile.Read(ref _unpruned) is { } used)
        {
            await queries.Prune(model.Version, used, ct);
            Interlocked.CompareExchange(ref _unpruned, null, used);
        }
    }

    private bool TryAttach(HashedDocument hashed)
    {
        if (_known.TryGetValue(hashed.Hashes[0], out var title) && _known.TryGetValue(hashed.Hashes[1], out var text))
        {
            hashed.Document.Vectors = new DocumentVectors(title, text);
            return true;
        }

        return false;
    }

    /// <param name="Hashes">Of <see cref="Inputs"/>.</param>
    private sealed record HashedDocument(SearchDocument Document, UInt128[] Hashes)
    {
        /// <summary>They are made when they are needed: thousands may wait.</summary>
        public ModelInput[] Inputs => ModelInput.Create(Document);

        public static HashedDocument Create(SearchDocument document) =>
            new(document, Array.ConvertAll(ModelInput.Create(document), i => TextHash.Compute(i.Text)));
    }
}
