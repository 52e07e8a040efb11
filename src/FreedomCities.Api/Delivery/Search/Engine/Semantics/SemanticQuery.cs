namespace FreedomCities.Api.Delivery.Search.Engine.Semantics;

/// <summary>What a query means, and how much that counts beside its terms, whose score is at most 1.</summary>
/// <param name="ClosenessWeight">Weight of <see cref="DocumentVectors.Closeness"/>.</param>
/// <param name="TextWeight">Weight of the closeness to the text.</param>
/// <param name="MinCloseness">A document without any term of the query is found from this closeness on.</param>
/// <param name="ConfidentCloseness">A document this close probably answers the query.</param>
/// <param name="ConfidentClosenessOfFew">The same where there are few documents: less of what is asked is off-topic.</param>
internal sealed record SemanticQuery(
    TextVector Vector, double ClosenessWeight, double TextWeight, double MinCloseness, double ConfidentCloseness,
    double ConfidentClosenessOfFew)
{
    public double MaxScore => 1 + ClosenessWeight + TextWeight;

    /// <param name="title">The cosine of the query and a document's title.</param>
    /// <param name="text">The cosine of the query and its text.</param>
    /// <param name="termScore">Of the document.</param>
    public double Score(double title, double text, double termScore)
    {
        var closeness = Math.Max(title, text);
        return termScore > 0 || closeness >= MinCloseness ? Math.Max(0, (ClosenessWeight * closeness) + (TextWeight * text)) : 0;
    }
}
