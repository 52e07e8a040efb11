using System.ComponentModel;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Values;
using FreedomCities.Api.Http.Requests.Values.Choices;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Content.Resources;

/// <summary>What a caller may ask of the list of resources. Filters narrow it together.</summary>
/// <param name="Kind" example="website">Only resources of this kind.</param>
/// <param name="Topic" example="freedom-cities">Only resources that FAQ entries of this topic link to, and their parts (slug).</param>
/// <param name="LinkState" example="unchecked">Only resources whose link is in this state.</param>
/// <param name="Parent">Only the parts of this resource (slug), in their order, for example freedom-cities-action-guide.</param>
/// <param name="Slugs">Only these, at most 100. Not paged: limit has no effect, cursor is refused.</param>
/// <param name="Limit" example="20">How many records at most.</param>
/// <param name="Cursor">Where to go on: the cursor in next of the part before.</param>
/// <param name="Lang" example="en">The language to serve (BCP 47). Without it Accept-Language decides.</param>
public sealed record ListResourcesRequest(
    Choice<Vocabulary.ResourceKinds>? Kind = null,
    Slug? Topic = null,
    Choice<Vocabulary.LinkStates>? LinkState = null,
    Slug? Parent = null,
    SlugList? Slugs = null,
    [property: DefaultValue(Page.DefaultLimit)] int? Limit = null,
    string? Cursor = null,
    LanguageTag? Lang = null) : IListRequest;
