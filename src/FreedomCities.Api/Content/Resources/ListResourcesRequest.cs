using System.ComponentModel;
using FreedomCities.Api.Http.Requests.Paging;
using FreedomCities.Api.Http.Requests.Values;
using FreedomCities.Api.Http.Requests.Values.Choices;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Content.Resources;

/// <summary>Query parameters of the list of resources. Filters are combined with AND.</summary>
/// <param name="Kind" example="website">Only resources of this kind.</param>
/// <param name="Topic" example="freedom-cities">Only resources linked from FAQ entries of this topic (slug), and their parts.</param>
/// <param name="LinkState" example="unchecked">Only resources with this link state.</param>
/// <param name="Parent">Only parts of the resource with this slug, for example `freedom-cities-action-guide`.</param>
/// <param name="Slugs">Up to 100 slugs: return only these records, unpaged. `limit` has no effect then, and `cursor` gives 400.</param>
/// <param name="Limit" example="20">Maximum number of records per page.</param>
/// <param name="Cursor">Opaque cursor of the page, as in `next` of the previous page.</param>
/// <param name="Lang" example="en">Language to serve (BCP 47). Default: negotiated from `Accept-Language`.</param>
public sealed record ListResourcesRequest(
    Choice<Vocabulary.ResourceKinds>? Kind = null,
    Slug? Topic = null,
    Choice<Vocabulary.LinkStates>? LinkState = null,
    Slug? Parent = null,
    SlugList? Slugs = null,
    [property: DefaultValue(Page.DefaultLimit)] int? Limit = null,
    string? Cursor = null,
    LanguageTag? Lang = null) : IListRequest;
