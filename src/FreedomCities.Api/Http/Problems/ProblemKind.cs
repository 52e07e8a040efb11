namespace FreedomCities.Api.Http.Problems;

/// <summary>Kind of problem, which <c>/problems/{code}</c> explains.</summary>
internal sealed record ProblemKind(string Code, int Status, string Title, string Meaning, string Remedy)
{
    /// <summary>Path of the explanation.</summary>
    public string Page => "/problems/" + Code;
}
