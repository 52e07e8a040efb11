using System.ComponentModel;

namespace FreedomCities.Api.Editorial.Import;

/// <summary>Where facts come from that aren't in this file for the first time.</summary>
[Description("Where the facts come from.")]
internal sealed record FileSource(
    [property: Description("The document's or list's title.")] string Title,
    [property: Description("SHA-256 of the imported document that the facts are in, in lower-case hex; without it, they are not in one.")] string? Sha256 = null);
