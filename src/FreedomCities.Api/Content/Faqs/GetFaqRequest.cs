using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Values;

namespace FreedomCities.Api.Content.Faqs;

/// <summary>What a caller may ask of a single FAQ entry.</summary>
/// <param name="Include" example="[&quot;resources&quot;,&quot;contacts&quot;]">Whole records instead of references, for resources, contacts or both.</param>
/// <param name="Lang" example="en">The language to serve (BCP 47). Without it Accept-Language decides.</param>
public sealed record GetFaqRequest(
    FaqInclude? Include = null,
    LanguageTag? Lang = null) : IInAnyLanguage;
