using FreedomCities.Api.Delivery.Search.Engine.Semantics;

namespace FreedomCities.Api.Delivery.Search.Embeddings;

/// <summary>A sentence model, and the weights that suit it. They were chosen on development data: docs/performance.md.</summary>
/// <param name="Name">Value of the setting, and name of its files.</param>
/// <param name="QueryPrefix">What its authors want before a query.</param>
/// <param name="UsesMeanOfTokens">Whether the vector is the mean of all tokens, not the first one.</param>
/// <param name="ClosenessWeight">See <see cref="SemanticQuery"/>, as for the rest.</param>
internal sealed record SentenceModel(
    string Name,
    string QueryPrefix,
    bool UsesMeanOfTokens,
    double ClosenessWeight,
    double TextWeight,
    double MinCloseness,
    double ConfidentCloseness,
    double ConfidentClosenessOfFew)
{
    /// <summary>Components of the vectors of each model.</summary>
    public const int Dimensions = 384;

    /// <summary>Value of the setting: search goes by words only.</summary>
    public const string None = "none";

    private static readonly SentenceModel[] All =
    [
        // sentence-transformers/all-MiniLM-L6-v2
        new("minilm", "", UsesMeanOfTokens: true, 0.6, 0.3, MinCloseness: 0.2, ConfidentCloseness: 0.45, ConfidentClosenessOfFew: 0.265),
        // Snowflake/snowflake-arctic-embed-xs
        new(
            "arctic", "Represent this sentence for searching relevant passages: ", UsesMeanOfTokens: false, 1.5, 2, MinCloseness: 0.55,
            ConfidentCloseness: 0.63, ConfidentClosenessOfFew: 0.58),
    ];

    /// <summary>Name of its stored vectors. Another version of the model, or of what is encoded, needs another one.</summary>
    public string Version => Family + "2";

    /// <summary>How the names of all its versions begin.</summary>
    public string Family => Name + "-";

    /// <summary>Null: the setting says none.</summary>
    public static SentenceModel? Find(string name) => Array.Find(All, m => m.Name == name);

    /// <param name="language">A primary subtag; null: unknown.</param>
    public static bool Knows(string? language) => language == "en";

    /// <param name="vector">Of the query.</param>
    public SemanticQuery CreateQuery(TextVector vector) =>
        new(vector, ClosenessWeight, TextWeight, MinCloseness, ConfidentCloseness, ConfidentClosenessOfFew);
}
