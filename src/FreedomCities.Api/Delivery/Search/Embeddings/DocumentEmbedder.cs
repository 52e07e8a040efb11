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
    // Some 0.3 s of work: a new document waits for no more than that.
    private const int BatchSize = 16;

    private readonly ConcurrentDictionary<UInt128, TextVector> _known = new();
    private readonly ConcurrentStack<HashedDocument> _pending = new();
    private readonly SemaphoreSlim _signal = new(0); // not disposed: the last wait may end after the host
    private UInt128[]? _unpruned;
    private int _inWork;

    /// <summary>Documents that have no vectors yet.</summary>
    public int PendingCount => _pending.Count + Volatile.Read(ref _inWork);

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

            _pending.Clear();
            _unpruned = [.. used];
        }

        _pending.PushRange([.. known.Where(d => !TryAttach(d))]);
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

        var batch = new HashedDocument[BatchSize];
        for (var failures = 0; !stoppingToken.IsCancellationRequested;)
        {
            Volatile.Write(ref _inWork, BatchSize);
            var count = _pending.TryPopRange(batch);
            Volatile.Write(ref _inWork, count);
            try
            {
                await (count > 0 ? Embed(model, encoder, batch[..count], stoppingToken) : Prune(model, stoppingToken));
                failures = 0;
            }
            catch (Exception e)
            {
                // Those with vectors that couldn't be stored have them all the same.
                _pending.PushRange([.. batch[..count].Where(d => d.Document.Vectors is null)]);
                await Backoff.Pause(log, "Making sentence vectors failed", e, failures++, stoppingToken);
            }

            Volatile.Write(ref _inWork, 0);
            if (_pending.IsEmpty && _unpruned is null)
            {
                await _signal.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task Embed(SentenceModel model, SentenceEncoder encoder, HashedDocument[] documents, CancellationToken ct)
    {
        UInt128[] hashes = [.. documents.SelectMany(d => d.Hashes).Distinct()];
        foreach (var (hash, vector) in await queries.Find(model.Version, hashes, ct))
        {
            _known[hash] = vector;
        }

        var made = documents.SelectMany(d => d.Hashes.Zip(d.Texts))
            .Where(t => !_known.ContainsKey(t.First))
            .DistinctBy(t => t.First)
            .ToDictionary(t => t.First, t => encoder.Encode(t.Second));
        foreach (var (hash, vector) in made)
        {
            _known[hash] = vector;
        }

        Array.ForEach(documents, d => TryAttach(d));
        cache.Clear();
        if (made.Count > 0)
        {
            await queries.Save(model.Version, made, ct);
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

    /// <param name="Hashes">Of <see cref="Texts"/>.</param>
    private sealed record HashedDocument(SearchDocument Document, UInt128[] Hashes)
    {
        /// <summary>The title, and the whole text. They are made when they are needed: thousands may wait.</summary>
        public string[] Texts => FindTexts(Document);

        public static HashedDocument Create(SearchDocument document) =>
            new(document, Array.ConvertAll(FindTexts(document), TextHash.Compute));

        private static string[] FindTexts(SearchDocument document) =>
        [
            document.Title,
            string.Join(". ", new[] { document.Context, document.Title, document.BodyText }.Where(t => t.Length > 0)),
        ];
    }
}
