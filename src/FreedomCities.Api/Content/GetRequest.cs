using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Values;

namespace FreedomCities.Api.Content;

/// <summary>What a caller may ask of a single record.</summary>
/// <param name="Lang" example="en">The language to serve (BCP 47). Without it Accept-Language decides.</param>
public sealed record GetRequest(LanguageTag? Lang = null) : IInAnyLanguage;
