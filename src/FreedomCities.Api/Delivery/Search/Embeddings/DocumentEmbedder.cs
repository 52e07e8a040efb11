using System.Collections.Concurrent;
using FreedomCities.Api.Database;
using FreedomCities.Api.Delivery.Search.Engine;
using FreedomCities.Api.Delivery.Search.Engine.Semantics;
using FreedomCities.Api.Delivery.Search.Queries;
using FreedomCities.Api.Http.Requests.Values;
using Microsoft.ML.OnnxRuntime;

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
    private Dictionary<UInt128, TextVector> _unsaved = [];
    private UInt128[]? _hashesToKeep;
    private int _inWork = host.Model is null ? 0 : 1; // from the start, the first index is waited for

    /// <summary>Documents that have no vectors yet, and vectors that aren't stored yet.</summary>
    public int PendingCount => _toFind.Count + _toMake.Count + _unsaved.Count + Volatile.Read(ref _inWork);

    /// <summary>Queues documents. The last queued is processed first.</summary>
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
            .. documents.Where(d => d.Type is "faq" or "resource" && SentenceModel.Knows(LanguageTag.PrimarySubtag(d.Language)))
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
            _hashesToKeep = [.. used];
        }
        else if (_hashesToKeep is { } keep)
        {
            _hashesToKeep = [.. keep, .. known.SelectMany(d => d.Hashes)];
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
        // Until the first index is built: loading the model earlier would delay it.
        await _signal.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Volatile.Write(ref _inWork, 0);
        if (stoppingToken.IsCancellationRequested || host.Model is not { } model || await host.Load() is not { } encoder)
        {
            _toFind.Clear();
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

            if (PendingCount == 0 && _hashesToKeep is null)
            {
                await _signal.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private Task EmbedNext(SentenceModel model, SentenceEncoder encoder, CancellationToken ct) =>
        !_toFind.IsEmpty ? Take(_toFind, FindBatch, documents => FindVectors(model, documents, ct))
        : _unsaved.Count > 0 ? Save(model, ct)
        : !_toMake.IsEmpty ? Take(_toMake, MakeBatch, documents => MakeVectors(encoder, documents))
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
        foreach (var (hash, vector) in await queries.Find(model.Version, [.. documents.SelectMany(d => d.Hashes).Distinct()], ct))
        {
            _known[hash] = vector;
        }

        _toMake.PushRange([.. documents.Where(d => !TryAttach(d))]);
        cache.Clear();
    }

    private Task MakeVectors(SentenceEncoder encoder, HashedDocument[] documents)
    {
        // A document that was published meanwhile is first.
        var made = documents.TakeWhile(_ => _toFind.IsEmpty).Select(d => MakeVectors(encoder, d)).Count();
        _toMake.PushRange(documents[made..]);
        cache.Clear();
        return Task.CompletedTask;
    }

    /// <summary>Whether it has vectors now.</summary>
    private bool MakeVectors(SentenceEncoder encoder, HashedDocument document)
    {
        try
        {
            foreach (var (hash, input) in document.Hashes.Zip(document.Inputs).Where(t => !_known.ContainsKey(t.First)))
            {
                _unsaved[hash] = _known[hash] = encoder.Encode(input);
            }

            return TryAttach(document);
        }
        catch (OnnxRuntimeException)
        {
            var (type, slug) = (document.Document.Type, document.Document.Slug);
            log.LogWarning("The sentence model can't read {Type} {Slug}, which is found by words only.", type, slug);
            return false;
        }
    }

    private async Task Save(SentenceModel model, CancellationToken ct)
    {
        await queries.Save(model.Version, _unsaved, ct);
        _unsaved = [];
    }

    private async Task Prune(SentenceModel model, CancellationToken ct)
    {
        if (Volatile.Read(ref _hashesToKeep) is { } used)
        {
            await queries.Prune(model, used, ct);
            Interlocked.CompareExchange(ref _hashesToKeep, null, used);
            TemporaryMemory.Release(used.Length);
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
}
