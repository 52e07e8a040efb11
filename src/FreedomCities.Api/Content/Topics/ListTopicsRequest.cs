using System.ComponentModel;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Values;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Content.Topics;

/// <summary>What a caller may ask of the list of topics.</summary>
/// <param name="Limit" example="20">How many records at most.</param>
/// <param name="Cursor">Where to go on: the cursor in next of the part before.</param>
/// <param name="Lang" example="en">The language to serve (BCP 47). Without it Accept-Language decides.</param>
public sealed record ListTopicsRequest(
    [property: DefaultValue(Page.DefaultLimit)] int? Limit = null,
    string? Cursor = null,
    LanguageTag? Lang = null) : IListRequest;
