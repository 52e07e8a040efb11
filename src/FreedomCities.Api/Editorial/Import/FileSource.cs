using System.ComponentModel;

namespace FreedomCities.Api.Editorial.Import;

/// <summary>Where facts come from that aren't in this file for the first time.</summary>
[Description("Source of the facts.")]
internal sealed record FileSource(
    [property: Description("Title of the document or list.")] string Title,
    [property: Description("SHA-256 of the imported document with the facts, in lower-case hex. Default: no imported document.")] string? Sha256 = null);
