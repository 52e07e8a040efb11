namespace FreedomCities.Api.Http.Problems;

/// <summary>A kind of failure: what <c>/problems/{code}</c> explains and every problem document names.</summary>
internal sealed record ProblemKind(string Code, int Status, string Title, string Meaning, string Remedy)
{
    /// <summary>The path of its page.</summary>
    public string Page => "/problems/" + Code;
}
