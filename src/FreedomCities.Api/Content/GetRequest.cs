using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Values;

namespace FreedomCities.Api.Content;

/// <summary>Query parameters of a single record.</summary>
/// <param name="Lang" example="en">Language to serve (BCP 47). Default: negotiated from `Accept-Language`.</param>
public sealed record GetRequest(LanguageTag? Lang = null) : IInAnyLanguage;
