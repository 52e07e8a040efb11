using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Values;

namespace FreedomCities.Api.Content.Faqs;

/// <summary>Query parameters of a single FAQ entry.</summary>
/// <param name="Include" example="[&quot;resources&quot;,&quot;contacts&quot;]">
/// Return whole records instead of references: `resources`, `contacts` or both.
/// </param>
/// <param name="Lang" example="en">Language to serve (BCP 47). Default: negotiated from `Accept-Language`.</param>
public sealed record GetFaqRequest(
    FaqInclude? Include = null,
    LanguageTag? Lang = null) : IInAnyLanguage;
