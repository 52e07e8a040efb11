using System.ComponentModel;
using FreedomCities.Api.Http.Requests.Paging;
using FreedomCities.Api.Http.Requests.Values;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Content.Topics;

/// <summary>Query parameters of the list of topics.</summary>
/// <param name="Limit" example="20">Maximum number of records per page.</param>
/// <param name="Cursor">Opaque cursor of the page, as in `next` of the previous page.</param>
/// <param name="Lang" example="en">Language to serve (BCP 47). Default: negotiated from `Accept-Language`.</param>
public sealed record ListTopicsRequest(
    [property: DefaultValue(Page.DefaultLimit)] int? Limit = null,
    string? Cursor = null,
    LanguageTag? Lang = null) : IListRequest;
