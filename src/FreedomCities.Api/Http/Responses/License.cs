namespace FreedomCities.Api.Http.Responses;

/// <summary>A licence by its name, for example an identifier of SPDX, and the address of its text.</summary>
internal sealed record License(string Name, Uri Url);
