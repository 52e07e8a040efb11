namespace FreedomCities.Api.Benchmarks.ImportQuality;

/// <summary>A question of a document and how its answer begins and ends.</summary>
internal sealed record TruthQuestion
{
    public required string Question { get; init; }

    public string[]? AlsoQuestions { get; init; }

    public string AnswerStarts { get; init; } = "";

    public string AnswerEnds { get; init; } = "";

    public int Links { get; init; }

    public string[]? Contacts { get; init; }

    public bool Optional { get; init; }
}
