namespace FreedomCities.Api.Delivery.Search.Embeddings;

/// <summary>The sentence model that is set. It is loaded once, in the background. Where it can't run, search goes by words only.</summary>
internal sealed class ModelHost
{
    private readonly Lazy<Task<SentenceEncoder?>> _encoder;

    /// <param name="load">Loads a model. It throws where that can't run.</param>
    public ModelHost(ServiceSettings settings, Func<SentenceModel, SentenceEncoder> load, ILogger<ModelHost> log)
    {
        Model = SentenceModel.Find(settings.Search.Model);
        _encoder = new(() => Task.Run(() => TryLoad(load, log)));
    }

    /// <summary>Null: search goes by words only.</summary>
    public SentenceModel? Model { get; private set; }

    /// <summary>Null: it isn't loaded yet, or can't be.</summary>
    public SentenceEncoder? Encoder =>
        _encoder.IsValueCreated && _encoder.Value.IsCompletedSuccessfully ? _encoder.Value.Result : null;

    public Task<SentenceEncoder?> Load() => _encoder.Value;

    private SentenceEncoder? TryLoad(Func<SentenceModel, SentenceEncoder> load, ILogger log)
    {
        try
        {
            return Model is null ? null : load(Model);
        }
        catch (Exception e)
        {
            var failure = e.GetBaseException().Message;
            log.LogWarning("The sentence model {Model} can't run here, so search goes by words only: {Failure}.", Model!.Name, failure);
            Model = null;
            return null;
        }
    }
}
