using FreedomCities.Api.Http.Requests.Values;

namespace FreedomCities.Api.Http.Requests.Paging;

/// <summary>A request for part of a list, or for the records that it names, which aren't paged.</summary>
internal interface IPagedRequest : IInAnyLanguage
{
    SlugList? Slugs => null;

    string? Cursor { get; }
}
