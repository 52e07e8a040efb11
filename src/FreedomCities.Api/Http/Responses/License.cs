namespace FreedomCities.Api.Http.Responses;

/// <summary>A licence: its name, for example an SPDX identifier, and the URL of its text.</summary>
internal sealed record License(string Name, Uri Url);
