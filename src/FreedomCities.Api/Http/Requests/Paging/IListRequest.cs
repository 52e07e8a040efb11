using FreedomCities.Api.Http.Requests.Values;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Http.Requests.Paging;

/// <summary>A request for a page of a list, whose size the client may choose.</summary>
internal interface IListRequest : IPagedRequest
{
    int? Limit { get; }

    int PageSize => Slugs is null ? Limit ?? Page.DefaultLimit : SlugList.MaxItems;
}
